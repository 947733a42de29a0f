package example;

import dev.breakeven.lambda.StreamHandler;

/** The service as a function. */
public final class GreetingFunction extends StreamHandler {

    public GreetingFunction() {
        super(new Greeting());
    }
}
