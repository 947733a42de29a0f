package dev.breakeven.benchmarks;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Service;
import dev.breakeven.lambda.StreamHandler;
import dev.breakeven.peers.ContainerHandler;
import java.io.IOException;

/** The ways into the service, the shortest first. */
public enum Way {
    /** No adapter at all. */
    CORE {
        @Override
        Caller open(String path) {
            Handler service = Service.behindGateway();
            Request request = Request.of("GET", path).with(Headers.of("Accept-Encoding", "gzip, deflate, br, zstd"));
            return () -> service.handle(request);
        }
    },

    /** A function behind API Gateway's REST API. */
    REST_API {
        @Override
        Caller open(String path) {
            return new FunctionCaller(new StreamHandler(), Event.REST_API.json(path));
        }
    },

    /** A function behind an HTTP API, or a function URL: payload format 2.0. */
    HTTP_API {
        @Override
        Caller open(String path) {
            return new FunctionCaller(new StreamHandler(), Event.HTTP_API.json(path));
        }
    },

    /** A function as a target of an application load balancer. */
    LOAD_BALANCER {
        @Override
        Caller open(String path) {
            return new FunctionCaller(new StreamHandler(), Event.LOAD_BALANCER.json(path));
        }
    },

    /** A REST API again, in AWS's types. */
    TYPED_REST_API {
        @Override
        Caller open(String path) {
            return new TypedFunctionCaller(Event.REST_API.json(path));
        }
    },

    /** A REST API in front of AWS's serverless-java-container, with Jersey: what a user would take instead. */
    SERVERLESS_JAVA_CONTAINER {
        @Override
        Caller open(String path) {
            return new FunctionCaller(new ContainerHandler(), Event.REST_API.json(path));
        }
    },

    /** A server of our own, over a connection that stays open. */
    SERVER {
        @Override
        Caller open(String path) throws IOException {
            return new ServerCaller(path);
        }
    };

    abstract Caller open(String path) throws IOException;
}
