package dev.breakeven.core;

import org.junit.jupiter.api.Nested;

/** The contract without any way in: what the adapters must not change. */
class ServiceTest {

    @Nested
    class BehindGateway extends HandlerContract {

        @Override
        protected Response send(Handler handler, Request request) {
            return guarded(handler, request);
        }

        @Override
        protected Handler service() {
            return Service.behindGateway();
        }
    }

    @Nested
    class OnServer extends HandlerContract {

        @Override
        protected Response send(Handler handler, Request request) {
            return guarded(handler, request);
        }

        @Override
        protected Handler service() {
            return Service.onServer();
        }

        @Override
        protected boolean tinySiteIsBare() {
            return true;
        }
    }

    private static Response guarded(Handler handler, Request request) {
        try {
            return handler.handle(request);
        } catch (IllegalStateException fault) {
            return Service.unexpected();
        }
    }
}
