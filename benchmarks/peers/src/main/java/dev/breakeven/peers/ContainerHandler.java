package dev.breakeven.peers;

import com.amazonaws.serverless.proxy.jersey.JerseyLambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.glassfish.jersey.server.ResourceConfig;

/** {@link SmallApp} behind AWS's serverless-java-container, as its guide for Jersey has it. */
public final class ContainerHandler implements RequestStreamHandler {

    private final JerseyLambdaContainerHandler<AwsProxyRequest, AwsProxyResponse> container =
            JerseyLambdaContainerHandler.getAwsProxyHandler(new ResourceConfig(SmallApp.class));

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        container.proxyStream(event, answer, context);
    }
}
