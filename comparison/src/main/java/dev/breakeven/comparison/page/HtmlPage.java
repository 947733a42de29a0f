package dev.breakeven.comparison.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a page as one file: style, scripts and numbers are in it, and its policy lets no other script run and nothing be loaded.
 * Whatever comes from outside is text in it, never markup.
 */
public final class HtmlPage {

    private static final String FOLDER = "/dev/breakeven/comparison/page/";
    private static final Configuration TEMPLATES = templates();

    private HtmlPage() {}

    /**
     * Fills in a template, which begins with the layout that all pages share.
     *
     * @param template an absolute path on the class path, with the ending {@code .ftlh}
     * @param model what the template has names for; records are read by their components
     */
    public static byte[] render(String template, Map<String, ?> model, List<Chart> charts) {
        return render(template, model, charts, List.of());
    }

    /**
     * The same with scripts of its own, which run when the charts are drawn.
     *
     * @param more in the order in which they run
     */
    public static byte[] render(String template, Map<String, ?> model, List<Chart> charts, List<Script> more) {
        List<Script> all = Stream.concat(
                        charts.isEmpty()
                                ? Stream.empty()
                                : Stream.of(new Script("charts", FOLDER + "charts.js", json(charts))),
                        more.stream())
                .toList();
        List<String> scripts = Stream.concat(
                        charts.isEmpty() ? Stream.empty() : Stream.of(FOLDER + "echarts/echarts.common.min.js"),
                        all.stream().map(Script::resource))
                .map(HtmlPage::resource)
                .toList();
        Map<String, Object> known = new HashMap<>(model);
        known.put("style", markup(resource(FOLDER + "page.css")));
        known.put("scripts", scripts.stream().map(HtmlPage::markup).toList());
        known.put("scriptHashes", scripts.stream().map(HtmlPage::hash).collect(Collectors.joining(" ")));
        known.put(
                "data",
                all.stream()
                        .map(script -> new Data(script.id(), markup(text(script.data()))))
                        .toList());
        try {
            Template page = TEMPLATES.getTemplate(template);
            StringWriter written = new StringWriter();
            page.process(known, written);
            return written.toString().getBytes(UTF_8);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("The page " + template + " could not be written", e);
        }
    }

    /** What a script reads. */
    public record Data(String id, TemplateHTMLOutputModel json) {}

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(HtmlPage.class.getClassLoader(), "/"));
        configuration.setDefaultEncoding(UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        return configuration;
    }

    private static TemplateHTMLOutputModel markup(String ours) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(ours);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = HtmlPage.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(resource.readAllBytes(), UTF_8)
                    .replace("\r\n", "\n")
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a policy for contents names the script that may run. */
    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** In a form that ends no element, whatever is in it. */
    private static String text(JsonNode data) {
        return data.toString().replace("<", "\\u003c");
    }

    private static JsonNode json(List<Chart> charts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Chart chart : charts) {
            ObjectNode node = array.addObject().put("id", chart.id());
            node.set("x", axis(chart.x()));
            node.set("y", axis(chart.y()));
            ArrayNode all = node.putArray("series");
            chart.series().forEach(series -> fill(all.addObject(), series));
            ArrayNode marks = node.putArray("marks");
            chart.marks().forEach(mark -> marks.addObject().put("x", mark.x()).put("text", mark.text()));
        }
        return array;
    }

    private static ObjectNode axis(Chart.Axis axis) {
        return JsonNodeFactory.instance.objectNode().put("name", axis.name()).put("log", axis.logarithmic());
    }

    private static void fill(ObjectNode node, Chart.Series series) {
        node.put("name", series.name())
                .put("tone", series.tone())
                .put("shape", series.shape().name().toLowerCase(Locale.ROOT));
        ArrayNode points = node.putArray("points");
        for (Chart.Point point : series.points()) {
            ArrayNode pair = points.addArray().add(point.x());
            if (Double.isNaN(point.y())) {
                pair.addNull();
            } else {
                pair.add(point.y());
            }
        }
    }
}
