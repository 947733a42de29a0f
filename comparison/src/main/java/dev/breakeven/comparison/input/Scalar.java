package dev.breakeven.comparison.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** A value that users write as one word, such as a size. */
public final class Scalar<T> {

    private final Class<T> type;
    private final Function<String, T> reader;

    /** @param reader refuses with an {@link IllegalArgumentException} whose message is for the user */
    public Scalar(Class<T> type, Function<String, T> reader) {
        this.type = type;
        this.reader = reader;
    }

    Class<T> type() {
        return type;
    }

    StdDeserializer<T> deserializer() {
        return new Deserializer<>(type, reader);
    }

    private static final class Deserializer<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> reader;

        Deserializer(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()) {
                throw JsonMappingException.from(parser, "is one value, not a list or a table.");
            }
            try {
                return reader.apply(parser.getText());
            } catch (IllegalArgumentException refused) {
                throw JsonMappingException.from(parser, "refused", refused);
            }
        }
    }
}
