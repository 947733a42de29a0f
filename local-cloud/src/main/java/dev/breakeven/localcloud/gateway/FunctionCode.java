package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import java.io.IOException;
import java.nio.file.Path;

/** What a local function is made of. */
public sealed interface FunctionCode {

    /** Java in a zip. */
    record Java(Path zip, String handler) implements FunctionCode {}

    /** Anything in an executable that polls the Runtime API itself, or in a zip with one named {@code bootstrap}. */
    record Bootstrap(Path path) implements FunctionCode {}

    /** What the function is told as its handler. */
    default String handlerName() {
        return switch (this) {
            case Java java -> java.handler();
            case Bootstrap bootstrap -> "bootstrap";
        };
    }

    /** Looks whether it is all there, and unpacks it. */
    default FunctionPackage open(FunctionConfiguration configuration) throws IOException {
        return switch (this) {
            case Java java -> FunctionPackage.unpack(java.zip(), configuration);
            case Bootstrap bootstrap -> FunctionPackage.bootstrap(bootstrap.path(), configuration);
        };
    }
}
