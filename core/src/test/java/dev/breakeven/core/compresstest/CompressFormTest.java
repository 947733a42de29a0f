package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.breakeven.core.Form;
import dev.breakeven.core.Headers;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 7578 and, below it, RFC 2046 let a form look like, and what they do not. */
class CompressFormTest {

    private static final int MIB = 1 << 20;
    private static final String TEXT = "Content-Disposition: form-data; name=\"textEntry\"";
    private static final String FILE = "Content-Disposition: form-data; name=\"fileUpload\"; filename=\"a\"";

    // Read

    @Test
    void a_text_is_its_bytes() throws RefusedException {
        assertThat(read(form("--b", TEXT, "", "hello", "--b--", ""))).isEqualTo("hello");
    }

    @Test
    void lines_before_the_first_boundary_are_passed_over() throws RefusedException {
        assertThat(read(form("This is a form.", "", "--b", TEXT, "", "hello", "--b--", "")))
                .isEqualTo("hello");
    }

    @Test
    void lines_after_the_last_boundary_are_passed_over() throws RefusedException {
        assertThat(read(form("--b", TEXT, "", "hello", "--b--", "That was a form.", "--b", TEXT, "", "again", "--b--")))
                .isEqualTo("hello");
    }

    @Test
    void the_last_boundary_needs_no_line_end() throws RefusedException {
        assertThat(read(form("--b", TEXT, "", "hello", "--b--"))).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b",
                "multipart/form-data; boundary=\"b\"",
                "multipart/form-data;boundary=b",
                "multipart/form-data ; charset=utf-8 ; boundary=b",
                "Multipart/Form-Data; BOUNDARY=b"
            })
    void a_content_type_may_be_written_as(String contentType) throws RefusedException {
        assertThat(read(post(contentType, "--b", TEXT, "", "hello", "--b--", "")))
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789 b", "a,b", "a;b", "a=b", "a:b/c?d", "(a)'b'+_.-"})
    void a_quoted_boundary_may_be(String boundary) throws RefusedException {
        Request form = post(
                "multipart/form-data; boundary=\"" + boundary + "\"",
                "--" + boundary,
                TEXT,
                "",
                "hello",
                "--" + boundary + "--",
                "");
        assertThat(read(form)).isEqualTo("hello");
    }

    @Test
    void a_boundary_may_have_seventy_characters() throws RefusedException {
        String boundary = "b".repeat(70);
        Request form = post(
                "multipart/form-data; boundary=" + boundary,
                "--" + boundary,
                TEXT,
                "",
                "hello",
                "--" + boundary + "--");
        assertThat(read(form)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-disposition: form-data; name=\"textEntry\"",
                "CONTENT-DISPOSITION: form-data; name=\"textEntry\"",
                "cOnTeNt-DiSpOsItIoN:form-data;name=\"textEntry\"",
                "Content-Disposition: Form-Data; Name=\"textEntry\"",
                "Content-Disposition: form-data; name=textEntry",
                "Content-Disposition: form-data; filename=\"name=x; \\\"y\\\"\"; name=\"textEntry\"",
                "Content-Disposition: form-data; name=\"textEntry\"; filename*=UTF-8''na%C3%AFve.txt",
                "Content-Disposition: form-data; name=\"textEntry\"; filename*=nowhere''%zz",
                "Content-Disposition: form-data; name=\"textEntry\"; filename*='",
                "Content-Disposition: form-data; name=\"textEntry\"; filename=\"=?utf-8?B?broken\"",
                "Content-Disposition: form-data;\r\n name=\"textEntry\"",
                "Content-Type: text/plain; charset=utf-16\r\nContent-Disposition: form-data; name=\"textEntry\""
            })
    void the_head_of_a_part_may_be_written_as(String head) throws RefusedException {
        assertThat(read(form("--b", head, "", "hello", "--b--", ""))).isEqualTo("hello");
    }

    /** As long as file systems allow, each of its characters in three bytes. */
    @Test
    void a_file_may_have_a_name_of_255_characters() throws RefusedException {
        String name = new String("\u20ac".repeat(255).getBytes(UTF_8), ISO_8859_1);
        String head = "Content-Disposition: form-data; name=\"fileUpload\"; filename=\"" + name + "\"";
        assertThat(read(form("--b", head, "Content-Type: application/octet-stream", "", "hello", "--b--", "")))
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b",
                "--b--",
                "a--b",
                "-\r\n-b",
                "\r\n",
                "\r\n-",
                "\r\n--",
                "\r\n--a",
                "\n--b\n",
                "\r--b",
                "\r\n\r\n--c",
                "\r\r\n--a",
                "--b\r\nContent-Disposition: form-data"
            })
    void a_content_may_look_like_a_boundary(String content) throws RefusedException {
        assertThat(read(form("--b", FILE, "", content, "--b--", ""))).isEqualTo(content);
    }

    /** Several files of one field were once sent so; senders must not any more (RFC 7578, section 4.3). */
    @Test
    void a_file_inside_a_multipart_is_read() throws RefusedException {
        assertThat(read(nested("multipart/mixed; boundary=c"))).isEqualTo("hello");
    }

    @Test
    void fields_of_other_names_are_passed_over() throws RefusedException {
        String other = "Content-Disposition: form-data; name=\"csrf\"";
        assertThat(read(form("--b", other, "", "x", "--b", TEXT, "", "hello", "--b", other, "", "y", "--b--", "")))
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data",
                "Content-Disposition: form-data; filename=\"a\"",
                "Content-Disposition: attachment; name=\"textEntry\"",
                "Content-Type: text/plain"
            })
    void a_part_without_a_name_is_passed_over(String head) throws RefusedException {
        assertThat(read(form("--b", head, "", "nameless", "--b", TEXT, "", "hello", "--b--", "")))
                .isEqualTo("hello");
    }

    @Test
    void forty_thousand_other_parts_are_passed_over() throws RefusedException {
        String other = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n";
        assertThat(read(form(other.repeat(40_000) + "--b", TEXT, "", "hello", "--b--", "")))
                .isEqualTo("hello");
    }

    @Test
    void forty_thousand_empty_files_are_as_none() throws RefusedException {
        String empty = "--b\r\n" + FILE + "\r\n\r\n\r\n";
        assertThat(read(form(empty.repeat(40_000) + "--b", TEXT, "", "hello", "--b--", "")))
                .isEqualTo("hello");
    }

    // The limit

    @Test
    void a_file_of_three_mebibytes_is_read() throws RefusedException {
        assertThat(CompressForm.contentOf(Form.file(new byte[3 * MIB]))).hasSize(3_145_728);
    }

    @Test
    void a_file_of_one_byte_more_is_too_large() {
        assertRefused(Form.file(new byte[3 * MIB + 1]), 413, "3145728 bytes");
    }

    @Test
    void a_text_of_three_mebibytes_is_read() throws RefusedException {
        assertThat(CompressForm.contentOf(
                        new Form().field("textEntry", new byte[3 * MIB]).post()))
                .hasSize(3_145_728);
    }

    @Test
    void a_text_of_one_byte_more_is_too_large() {
        assertRefused(new Form().field("textEntry", new byte[3 * MIB + 1]).post(), 413, "3145728 bytes");
    }

    // Refused

    @Test
    void two_files_are_ambiguous() {
        assertRefused(form("--b", FILE, "", "one", "--b", FILE, "", "two", "--b--", ""), 422, "more than one");
    }

    @Test
    void two_texts_are_ambiguous() {
        assertRefused(form("--b", TEXT, "", "one", "--b", TEXT, "", "two", "--b--", ""), 422, "more than one");
    }

    @Test
    void a_form_without_its_last_boundary_is_malformed() {
        assertRefused(form("--b", TEXT, "", "hello"), 400, "cannot be read to its end");
    }

    @Test
    void a_form_that_goes_on_after_its_last_part_is_malformed() {
        assertRefused(form("--b", TEXT, "", "hello", "--b", ""), 400, "cannot be read to its end");
    }

    @Test
    void a_form_of_another_boundary_has_nothing_to_compress() {
        assertRefused(form("--c", TEXT, "", "hello", "--c--", ""), 400, "Nothing to compress");
    }

    /** A line ends with CR LF (RFC 2046, section 4.1.1); a lone LF is content, so that the head of this part never ends. */
    @Test
    void lines_that_end_with_lf_alone_are_malformed() {
        Request request = Request.of("POST", "/compress")
                .with(Headers.of("Content-Type", "multipart/form-data; boundary=b"))
                .with(("--b\n" + TEXT + "\n\nhello\n--b--\n").getBytes(ISO_8859_1));
        assertRefused(request, 400, "cannot be read to its end");
    }

    @Test
    void a_part_without_any_head_is_malformed() {
        assertRefused(form("--b", "", "hello", "--b--", ""), 400, "cannot be read to its end");
    }

    @Test
    void a_head_of_a_part_without_end_is_malformed() {
        assertRefused(form("--b", TEXT + "; x=" + "y".repeat(100_000), "", "hello", "--b--", ""), 400, "4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; charset=utf-8",
                "multipart/form-data; notboundary=b"
            })
    void a_content_type_without_boundary_is_malformed(String contentType) {
        assertRefused(post(contentType, "--b", TEXT, "", "hello", "--b--", ""), 400, "boundary");
    }

    @Test
    void a_multipart_inside_without_boundary_is_malformed() {
        assertRefused(nested("multipart/mixed"), 400, "a multipart/mixed part names no boundary");
    }

    @Test
    void a_multipart_inside_with_a_boundary_of_another_length_is_malformed() {
        assertRefused(nested("multipart/mixed; boundary=longer"), 400, "cannot be read to its end");
    }

    private static Request nested(String contentType) {
        return form(
                "--b",
                "Content-Disposition: form-data; name=\"fileUpload\"",
                "Content-Type: " + contentType,
                "",
                "--c",
                "Content-Disposition: attachment; filename=\"a\"",
                "",
                "hello",
                "--c--",
                "--b--",
                "");
    }

    private static Request form(String... lines) {
        return post("multipart/form-data; boundary=b", lines);
    }

    private static Request post(String contentType, String... lines) {
        return Request.of("POST", "/compress")
                .with(Headers.of("Content-Type", contentType))
                .with(String.join("\r\n", lines).getBytes(ISO_8859_1));
    }

    private static String read(Request request) throws RefusedException {
        return new String(CompressForm.contentOf(request), ISO_8859_1);
    }

    private static void assertRefused(Request request, int status, String partOfDetail) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> CompressForm.contentOf(request));
        assertThat(refused).isNotNull();
        assertThat(refused.problem().status()).as(refused.problem().detail()).isEqualTo(status);
        assertThat(refused.problem().detail()).contains(partOfDetail);
    }
}
