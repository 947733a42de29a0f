package dev.breakeven.comparison.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * YAML read into records, whose components in kebab case are the keys. A key that no record knows is refused, since it is most
 * likely a misspelt one.
 */
public final class YamlFile {

    private static final ObjectMapper MAPPER = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlFile() {}

    public static <T> T read(Path file, Class<T> type, Scalar<?>... scalars) throws BadInputException {
        return parse(file.toString(), content(file), type, scalars);
    }

    /** Reads one or more documents, between which there is a line {@code ---}. */
    public static <T> List<T> readAll(Path file, Class<T> type) throws BadInputException {
        byte[] content = content(file);
        try (MappingIterator<T> documents = MAPPER.readerFor(type).readValues(content)) {
            List<T> all = documents.readAll();
            if (all.isEmpty() || all.contains(null)) {
                throw new BadInputException(file + " is empty, or a document in it is.");
            }
            return all;
        } catch (JsonProcessingException e) {
            throw new BadInputException(where(file.toString(), content, e) + what(e), e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] content(Path file) throws BadInputException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: is it there, and a file?", e);
        }
    }

    /**
     * Reads content that is in memory already.
     *
     * @param name what to call the content in a refusal
     * @param scalars types of value, beyond Jackson's, that the records have
     */
    public static <T> T parse(String name, byte[] content, Class<T> type, Scalar<?>... scalars)
            throws BadInputException {
        try {
            @Nullable T value = mapper(scalars).readValue(content, type);
            if (value == null) {
                throw empty(name);
            }
            return value;
        } catch (JsonProcessingException e) {
            if (new String(content, UTF_8).isBlank()) {
                throw empty(name);
            }
            throw new BadInputException(where(name, content, e) + what(e), e);
        } catch (IOException e) {
            throw new BadInputException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static BadInputException empty(String name) {
        return new BadInputException(name + " is empty; YAML of the keys that are documented is accepted.");
    }

    private static ObjectMapper mapper(Scalar<?>... scalars) {
        if (scalars.length == 0) {
            return MAPPER;
        }
        SimpleModule module = new SimpleModule();
        for (Scalar<?> scalar : scalars) {
            add(module, scalar);
        }
        return MAPPER.copy().registerModule(module);
    }

    private static <T> void add(SimpleModule module, Scalar<T> scalar) {
        module.addDeserializer(scalar.type(), scalar.deserializer());
    }

    /** The line of what was refused. Jackson tells of an unknown key only when it has read on, so that one is looked up. */
    private static String where(String name, byte[] content, JsonProcessingException e) {
        long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        if (e instanceof UnrecognizedPropertyException unknown) {
            Pattern key = Pattern.compile("\\b" + Pattern.quote(unknown.getPropertyName()) + "\\s*:");
            List<String> lines = new String(content, UTF_8).lines().toList();
            line = 1
                    + lines.stream()
                            .takeWhile(text -> !key.matcher(text).find())
                            .count();
        }
        return line < 1 ? name + ": " : name + ", line " + line + ": ";
    }

    private static String what(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return "unknown key '" + unknown.getPropertyName() + "'."
                    + Nearest.question(unknown.getPropertyName(), known) + " Accepted are " + String.join(", ", known)
                    + ".";
        }
        if (e instanceof InvalidTypeIdException unknown) {
            return unknownKind(unknown);
        }
        if (e instanceof MismatchedInputException mismatched
                && !kinds(mismatched.getTargetType()).isEmpty()) {
            return "an item has one key that says what it is: one of "
                    + String.join(", ", kinds(mismatched.getTargetType())) + ".";
        }
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return key(e) + refused.getMessage();
        }
        if (e instanceof InvalidFormatException unlike
                && unlike.getTargetType() != null
                && isNumber(unlike.getTargetType())) {
            return key(e) + "'" + unlike.getValue() + "' is no number; one such as 20 or 0.5 is.";
        }
        String message = e.getOriginalMessage();
        int firstLine = message.indexOf('\n');
        return key(e) + (firstLine < 0 ? message : message.substring(0, firstLine));
    }

    /** A key that would name the kind of an item, and does not. */
    private static String unknownKind(InvalidTypeIdException e) {
        List<String> known = kinds(e.getBaseType().getRawClass());
        return "unknown item '" + e.getTypeId() + "'." + Nearest.question(e.getTypeId(), known) + " Accepted are "
                + String.join(", ", known) + ".";
    }

    /** What an item may be, or nothing where a type has no kinds. */
    private static List<String> kinds(@Nullable Class<?> type) {
        @Nullable JsonSubTypes kinds = type == null ? null : type.getAnnotation(JsonSubTypes.class);
        return kinds == null
                ? List.of()
                : Stream.of(kinds.value()).map(JsonSubTypes.Type::name).sorted().toList();
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class);
    }

    private static String key(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            @Nullable String name = mapping.getPath().getLast().getFieldName();
            return name == null ? "" : "'" + name + "': ";
        }
        return "";
    }
}
