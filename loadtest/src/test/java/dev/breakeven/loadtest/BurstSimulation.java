package dev.breakeven.loadtest;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.StringBodyPart;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/**
 * The front page in scaled time: hardly anybody, then a steep rise, a plateau, and a slow decay. Callers arrive without waiting
 * for each other's answers. Every fifth compresses a text; the others read TinySite.
 */
public final class BurstSimulation extends Simulation {

    /** Shares of the whole time. */
    private static final double IDLE = 0.15;

    private static final double ONSET = 0.2;
    private static final double PLATEAU = 0.35;
    private static final double DECAY = 0.3;

    /** The idle site has a twentieth of the peak. */
    private static final double IDLE_SHARE = 0.05;

    private static final double FAILED_PERCENT_MAX = 0.1;

    /** Arrivals in a second at the peak. */
    private final int peak = Setting.number("peak", 40, 1, 10_000);

    /** How long the burst lasts in all. */
    private final int seconds = Setting.number("seconds", 30, 5, 86_400);

    /** The longest 99th percentile that is accepted, in milliseconds. */
    private final int p99 = Setting.number("p99", 1_000, 1, 60_000);

    private final Target target = Target.of(System.getProperty("target", "servers"));

    {
        HttpProtocolBuilder protocol = http.baseUrl(target.baseUri().toString())
                .disableWarmUp()
                .disableCaching()
                .acceptEncodingHeader("deflate");
        ChainBuilder page = exec(http("GET /")
                .get("/")
                .check(status().is(200), header("Content-Encoding").is("deflate")));
        ChainBuilder compress = feed(new Texts(1).feeder())
                .exec(http("POST /compress")
                        .post("/compress")
                        .bodyPart(StringBodyPart("textEntry", "#{text}"))
                        .asMultipartForm()
                        .check(status().is(200), jsonPath("$.gzip_size").exists()));
        ScenarioBuilder crowd = scenario("front page")
                .randomSwitch()
                .on(percent(80).then(page), percent(20).then(compress));
        double idle = Math.max(0.1, IDLE_SHARE * peak);
        setUp(crowd.injectOpen(
                        constantUsersPerSec(idle).during(Math.round(IDLE * seconds)),
                        rampUsersPerSec(idle).to(peak).during(Math.round(ONSET * seconds)),
                        constantUsersPerSec(peak).during(Math.round(PLATEAU * seconds)),
                        rampUsersPerSec(peak).to(idle).during(Math.round(DECAY * seconds))))
                .protocols(protocol)
                .assertions(
                        global().failedRequests().percent().lte(FAILED_PERCENT_MAX),
                        global().responseTime().percentile4().lte(p99));
    }

    @Override
    public void after() {
        target.close();
    }
}
