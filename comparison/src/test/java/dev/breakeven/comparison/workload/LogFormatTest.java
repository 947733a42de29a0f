package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as the servers' own documentation shows them. */
class LogFormatTest {

    private static final String ALB =
            "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.000"
                    + " 0.001 0.000 200 200 34 366 \"GET http://www.example.com:80/page?a=b HTTP/1.1\" \"curl/7.46.0\" - -"
                    + " arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067"
                    + " \"Root=1-58337262-36d228ad5d99923122bbe354\" \"-\" \"-\" 0 2018-07-02T22:22:48.364000Z \"forward\""
                    + " \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\"";

    private static final String CLOUDFRONT_NAMES =
            "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status";

    private static final String CLOUDFRONT =
            "2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326 | 2000-10-10T20:55:36Z | GET /apache_pb.gif",
                "::1 - - [01/Jan/2026:00:00:00 +0000] \"POST /compress?x=\\\"1 HTTP/2.0\" 200 9 \"-\" \"a [b] c\" | 2026-01-01T00:00:00Z | POST /compress",
                "host.example - - [29/Feb/2024:23:59:59 +0530] \"HEAD / HTTP/1.1\" 304 - | 2024-02-29T18:29:59Z | HEAD /"
            })
    void combined_lines(String line, Instant time, String route) {
        assertThat(LogFormat.COMBINED.reader().read(line)).isEqualTo(asked(time, true, route));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"-\" 408 0 | have no request",
                "127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"\\x16\\x03\\x01\" 400 0 | have no request",
                "127.0.0.1 - - [10/Okt/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 0 | have no time",
                "127.0.0.1 - - [31/Feb/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 0 | have no time",
                "127.0.0.1 - - [10/Oct/2000:25:55:36 -0700] \"GET / HTTP/1.1\" 200 0 | have no time",
                "what is this? | have no time"
            })
    void lines_that_say_no_request(String line, String why) {
        assertThat(LogFormat.COMBINED.reader().read(line))
                .isInstanceOfSatisfying(
                        LogLine.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).startsWith(why));
    }

    @Test
    void a_load_balancers_line_tells_when_the_request_came() {
        assertThat(LogFormat.ALB.reader().read(ALB))
                .isEqualTo(asked(Instant.parse("2018-07-02T22:22:48.364Z"), false, "GET /page"));
    }

    @Test
    void a_classic_load_balancers_line_has_no_type() {
        String line = "2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048"
                + " 0.000057 200 200 0 29 \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.38.0\" - -";
        assertThat(LogFormat.ALB.reader().read(line))
                .isEqualTo(asked(Instant.parse("2015-05-13T23:39:43.945958Z"), false, "GET /"));
    }

    @Test
    void a_load_balancers_malformed_request_is_none() {
        assertThat(LogFormat.ALB
                        .reader()
                        .read(ALB.replace("GET http://www.example.com:80/page?a=b HTTP/1.1", "- - - ")))
                .isEqualTo(LogLine.NO_REQUEST);
    }

    @Test
    void cloudfront_names_its_fields() {
        LogFormat.Reader reader = LogFormat.CLOUDFRONT.reader();
        assertThat(reader.read("#Version: 1.0")).isEqualTo(LogLine.HEADING);
        assertThat(reader.read(CLOUDFRONT_NAMES)).isEqualTo(LogLine.HEADING);
        LogLine expected = asked(Instant.parse("2019-12-04T21:02:31Z"), true, "GET /index.html");
        assertThat(reader.read(CLOUDFRONT)).isEqualTo(expected);
        reader.read("#Fields: time date cs-uri-stem cs-method");
        assertThat(reader.read("21:02:31\t2019-12-04\t/index.html\tGET")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"time\": \"2026-01-01T00:00:01.5Z\", \"method\": \"GET\", \"path\": \"/a\"} | 2026-01-01T00:00:01.500Z | false | GET /a",
                "{\"ts\": 1646861401.52, \"request\": {\"method\": \"POST\", \"uri\": \"/compress?x\"}} | 2022-03-09T21:30:01.520Z | false | POST /compress",
                "{\"requestTime\": \"09/Apr/2015:12:34:56 +0000\", \"httpMethod\": \"GET\", \"path\": \"/\"} | 2015-04-09T12:34:56Z | true | GET /",
                "{\"timestamp\": 1767225600, \"request\": \"GET /b HTTP/1.1\"} | 2026-01-01T00:00:00Z | true | GET /b",
                "{\"timestamp\": 1767225600123, \"x\": [1, {\"y\": 2}]} | 2026-01-01T00:00:00.123Z | false | ``",
                "{\"@timestamp\": \"2026-01-01T01:00:00+01:00\", \"verb\": \"GET\", \"url\": \"https://a.example/b?c\"} | 2026-01-01T00:00:00Z | true | GET /b"
            })
    void lines_of_json(String line, Instant time, boolean wholeSecond, String route) {
        assertThat(LogFormat.JSONL.reader().read(line)).isEqualTo(asked(time, wholeSecond, route));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1, 2] | are no JSON object",
                "{\"time\": | are no JSON object",
                "{\"time\": \"soon\"} | have no time"
            })
    void lines_of_json_that_say_no_request(String line, String why) {
        assertThat(LogFormat.JSONL.reader().read(line))
                .isInstanceOfSatisfying(
                        LogLine.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).startsWith(why));
    }

    private static LogLine asked(Instant time, boolean wholeSecond, String route) {
        return new LogLine.Asked(new LogTime(ChronoUnit.MICROS.between(Instant.EPOCH, time), wholeSecond), route);
    }
}
