package dev.breakeven.comparison.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.PriceFileWriter;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.price.Tariff;
import dev.breakeven.comparison.progress.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Price lists made of files that a server has, in AWS's form, or only claims to have. */
class PriceRefreshTest {

    private static final String REGION = "eu-west-1";

    @TempDir
    private Path folder = Path.of("");

    private HttpServer server = newServer();

    @BeforeEach
    void start() {
        server = newServer();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_list_says_what_changed_what_is_new_and_what_was_carried_over() throws Exception {
        serve(new Offer("AWSLambda", REGION)
                .product("EU-Lambda-GB-Second-ARM", "", "Lambda-GB-Second", "0 0.0000133334")
                .product("EU-Lambda-GB-Second", "", "Lambda-GB-Second", "0 0.0000200000")
                .product("EU-Lambda-Provisioned-Concurrency", "", "Lambda-GB-Second", "0 0.0000046110"));
        PriceList before = PriceLists.packaged().newest(REGION);
        PriceRefresh.Result result = read(REGION, Optional.of(before));

        assertThat(result.published()).isEqualTo("2026-11-20");
        assertThat(change(result, "duration-x86_64")).isInstanceOf(PriceChange.Changed.class);
        assertThat(change(result, "duration-arm64")).isInstanceOf(PriceChange.Confirmed.class);
        assertThat(change(result, "provisioned-x86_64")).isInstanceOf(PriceChange.Added.class);
        assertThat(change(result, "managed-instances-fee")).isInstanceOf(PriceChange.CarriedOver.class);
        assertThat(result.absent()).contains("AmazonEC2").doesNotContain("AWSLambda");
        assertThat(result.prices())
                .extracting(Price::item)
                .containsAll(before.prices().stream().map(Price::item).toList())
                .hasSize(before.prices().size() + 1);
    }

    @Test
    void what_was_written_is_a_price_list_that_bills_can_be_made_with() throws Exception {
        serve(new Offer("AWSLambda", REGION)
                .product("EU-Lambda-GB-Second", "", "Lambda-GB-Second", "0 0.0000200000", "6000000000 0.00001"));
        write(read(REGION, PriceLists.packaged().find(REGION)), "2026-11-24");

        PriceList list = PriceLists.with(folder).newest(REGION);
        assertThat(list.date()).isEqualTo("2026-11-24");
        assertThat(list.price(new Item("lambda", "duration-x86_64"), "GB-s")
                        .tariff()
                        .tiers())
                .extracting(Tariff.Tier::dollarsPerUnit)
                .extracting(Object::toString)
                .containsExactly("0.00002", "0.00001");
        Tariff.Tier carried =
                list.price(new Item("ec2", "t3.nano"), "hour").tariff().tiers().getFirst();
        assertThat(carried.evidence().source())
                .isEqualTo("carried over from 2026-09-30: derived: an eighth of t3.medium at 0.0456");
        assertThat(carried.evidence().asOf()).isEqualTo("2025-01-01");
    }

    @Test
    void what_is_carried_over_twice_still_says_since_when() throws Exception {
        serve(new Offer("AWSLambda", REGION).product("EU-Request", "", "Requests", "0 0.0000002"));
        write(read(REGION, PriceLists.packaged().find(REGION)), "2026-11-24");
        write(read(REGION, PriceLists.with(folder).find(REGION)), "2026-11-25");
        PriceList list = PriceLists.with(folder).newest(REGION);
        assertThat(list.price(new Item("vpc", "public-ipv4"), "hour").tariff().tiers())
                .extracting(tier -> tier.evidence().source())
                .containsExactly("carried over from 2026-09-30: https://aws.amazon.com/vpc/pricing/");
    }

    @Test
    void a_region_without_a_list_gets_one_of_what_there_is() throws Exception {
        serve(new Offer("AWSLambda", "us-west-2").product("USW2-Request", "", "Requests", "0 0.0000002"), "us-west-2");
        PriceRefresh.Result result = read("us-west-2", PriceLists.packaged().find("us-west-2"));
        assertThat(result.prices()).extracting(Price::item).containsExactly(new Item("lambda", "requests"));
    }

    @Test
    void a_folder_serves_as_well_as_a_server() throws Exception {
        Path file = folder.resolve("offers/v1.0/aws/AWSLambda/current/eu-west-1/index.json");
        Files.createDirectories(file.resolveSibling(""));
        Files.write(
                file,
                new Offer("AWSLambda", REGION)
                        .product("EU-Request", "", "Requests", "0 0.3")
                        .bytes());
        for (Path from : List.of(folder, folder.resolve("offers/v1.0"), folder.resolve("offers/v1.0/aws"))) {
            PriceRefresh.Result result =
                    new PriceRefresh(OfferSource.of(from.toString()), Progress.SILENT).read(REGION, Optional.empty());
            assertThat(result.prices()).hasSize(1);
        }
    }

    @Test
    void a_source_without_any_price_of_ours_is_refused() {
        assertThatThrownBy(() -> read(REGION, Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("There is no price of ours for eu-west-1 in " + base()
                        + "; files such as offers/v1.0/aws/AWSLambda/current/eu-west-1/index.json are looked for.");
    }

    @Test
    void a_connection_that_breaks_is_told_from_a_file_that_is_broken() {
        byte[] whole = new Offer("AWSLambda", REGION)
                .product("EU-Request", "", "Requests", "0 0.2")
                .bytes();
        serve("AWSLambda", REGION, exchange -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, whole.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertThatThrownBy(() -> read(REGION, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(base() + "/offers/v1.0/aws/AWSLambda/current/eu-west-1/index.json broke off: ");
    }

    @Test
    void a_server_that_fails_is_named_with_its_status() {
        serve("AWSLambda", REGION, exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        assertThatThrownBy(() -> read(REGION, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("AWSLambda/current/eu-west-1/index.json was answered with status 503.");
    }

    @Test
    void progress_goes_up_to_the_end_of_a_file() throws Exception {
        serve(new Offer("AWSLambda", REGION).product("EU-Request", "", "Requests", "0 0.2"));
        List<String> stages = new ArrayList<>();
        List<Double> parts = new ArrayList<>();
        new PriceRefresh(OfferSource.of(base()), new Progress() {
                    @Override
                    public void begin(String stage) {
                        stages.add(stage);
                    }

                    @Override
                    public void done(double part) {
                        parts.add(part);
                    }
                })
                .read(REGION, Optional.empty());
        assertThat(stages).containsExactly("reading AWSLambda");
        assertThat(parts).isSorted().endsWith(1.0);
    }

    /** EC2's file has gigabytes. A quarter of one of other products goes through a process that has 32 MB for everything. */
    @Test
    void a_huge_file_takes_no_more_memory_than_a_small_one() throws Exception {
        long bytes = 256L << 20;
        Offer offer = new Offer("AmazonEC2", REGION).product("EU-BoxUsage:t3.nano", "RunInstances", "Hrs", "0 0.0057");
        serve("AmazonEC2", REGION, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
                out.write(offer.beginning().getBytes(UTF_8));
                writeOthers(out, bytes);
                out.write(offer.end().getBytes(UTF_8));
            }
        });
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-Dbreakeven.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.breakeven.comparison.cli.Main",
                        "prices",
                        "refresh",
                        "--region",
                        REGION,
                        "--from",
                        base())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(output).contains(" 0 changed, 0 new, 1 as before, ");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void writeOthers(OutputStream out, long bytes) throws IOException {
        long written = 0;
        for (int i = 0; written < bytes; i++) {
            byte[] product = (", \"OTHER" + i
                            + "\" : { \"sku\" : \"OTHER\", \"productFamily\" : \"Compute Instance\", \"attributes\" : {"
                            + " \"usagetype\" : \"EU-DedicatedUsage:m5.large\", \"operation\" : \"RunInstances:" + i
                            + "\", \"regionCode\" : \"eu-west-1\" } }\n")
                    .getBytes(UTF_8);
            out.write(product);
            written += product.length;
        }
    }

    private PriceRefresh.Result read(String region, Optional<PriceList> before) throws BadInputException, IOException {
        return new PriceRefresh(OfferSource.of(base()), Progress.SILENT).read(region, before);
    }

    private void write(PriceRefresh.Result result, String date) throws IOException {
        Path file = folder.resolve(PriceFileWriter.name(REGION, LocalDate.parse(date)));
        Files.write(file, PriceFileWriter.write("A note.", result.prices()));
    }

    private static PriceChange change(PriceRefresh.Result result, String lambdaItem) {
        return result.changes().stream()
                .filter(change -> change.item().equals(new Item("lambda", lambdaItem)))
                .findFirst()
                .orElseThrow();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(Offer offer) {
        serve(offer, REGION);
    }

    private void serve(Offer offer, String region) {
        serve(offer.code(), region, exchange -> {
            exchange.sendResponseHeaders(200, offer.bytes().length);
            exchange.getResponseBody().write(offer.bytes());
            exchange.close();
        });
    }

    private void serve(String offer, String region, HttpHandler handler) {
        server.createContext("/offers/v1.0/aws/" + offer + "/current/" + region + "/index.json", handler);
    }

    private static HttpServer newServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", PriceRefreshTest::notThere);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("A server could not be started on the loopback", e);
        }
    }

    private static void notThere(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }
}
