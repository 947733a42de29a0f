package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure as a caller sees it.
 *
 * @param errorType the header {@code x-amzn-ErrorType}, or empty where there is none
 * @param source of the status and the body; "no source found" makes it an assumption
 */
public record FrontError(int status, String errorType, String body, String source) {

    static FrontError read(NamedCsvRecord row) {
        return new FrontError(
                Integer.parseInt(row.getField("status")),
                row.getField("error_type"),
                row.getField("body").replace("\\r", "\r").replace("\\n", "\n"),
                row.getField("source"));
    }

    /** The same as a response. */
    CallerResponse response() {
        List<HttpHeader> headers = new ArrayList<>();
        if (body.startsWith("<")) {
            headers.add(new HttpHeader("Server", "awselb/2.0"));
            headers.add(new HttpHeader("Content-Type", "text/html"));
        } else {
            headers.add(new HttpHeader("Content-Type", "application/json"));
        }
        if (!errorType.isEmpty()) {
            headers.add(new HttpHeader("x-amzn-ErrorType", errorType));
        }
        return new CallerResponse(status, headers, body.getBytes(UTF_8));
    }
}
