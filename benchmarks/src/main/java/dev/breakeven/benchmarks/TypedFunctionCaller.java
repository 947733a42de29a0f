package dev.breakeven.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.breakeven.lambda.typed.RestApiHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** Gives the typed function an event as the runtime client does, which first makes an object of the JSON. */
final class TypedFunctionCaller implements Caller {

    private static final PojoSerializer<APIGatewayProxyRequestEvent> EVENTS =
            serializer(APIGatewayProxyRequestEvent.class);
    private static final PojoSerializer<APIGatewayProxyResponseEvent> ANSWERS =
            serializer(APIGatewayProxyResponseEvent.class);

    private final RestApiHandler function = new RestApiHandler();
    private final byte[] event;

    TypedFunctionCaller(byte[] event) {
        this.event = event;
    }

    @Override
    public Object call() {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        APIGatewayProxyRequestEvent request = EVENTS.fromJson(new ByteArrayInputStream(event));
        ANSWERS.toJson(function.handleRequest(request, FunctionCaller.CONTEXT), answer);
        return answer.toByteArray();
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, TypedFunctionCaller.class.getClassLoader());
    }
}
