package dev.breakeven.localcloud.gateway;

/** The fronts that there are, by the names that the command line knows them by. */
public enum FrontKind {
    REST,
    HTTP,
    URL,
    /** A load balancer that sends the last value of a header alone. */
    ALB,
    /** A load balancer that sends all values of a header. */
    ALB_MULTI_VALUE;

    Front front(BinaryMediaTypes binary) {
        return switch (this) {
            case REST -> new RestApi(STAGE, binary);
            case HTTP -> new HttpApi();
            case URL -> new FunctionUrl();
            case ALB -> new LoadBalancerTarget(false);
            case ALB_MULTI_VALUE -> new LoadBalancerTarget(true);
        };
    }

    FrontLimits limits() {
        return switch (this) {
            case REST -> FrontLimits.REST;
            case HTTP -> FrontLimits.HTTP;
            case URL -> FrontLimits.URL;
            case ALB, ALB_MULTI_VALUE -> FrontLimits.LOAD_BALANCER;
        };
    }

    /** The stage of the REST API. */
    static final String STAGE = "prod";
}
