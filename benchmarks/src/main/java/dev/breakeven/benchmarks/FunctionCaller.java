package dev.breakeven.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;

/** Gives the function an event as the runtime client does: a stream of JSON in, a stream of JSON out. */
final class FunctionCaller implements Caller {

    /** Only a request that fails asks its context for anything, and none does. */
    static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new IllegalStateException(
                        "The request has failed: its context was asked for " + method.getName());
            });

    private final RequestStreamHandler function;
    private final byte[] event;

    FunctionCaller(RequestStreamHandler function, byte[] event) {
        this.function = function;
        this.event = event;
    }

    @Override
    public Object call() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), answer, CONTEXT);
        return answer.toByteArray();
    }
}
