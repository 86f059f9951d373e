package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void keepsParagraphsAndLines() {
        assertThat(HtmlText.of("<p>one</p><p>two<br>three</p><div>four</div><div>five</div>"))
                .isEqualTo("one\n\ntwo\nthree\n\nfour\nfive");
    }

    @Test
    void marksListsAndRules() {
        assertThat(HtmlText.of("<p>list</p><ul><li>one</li><li>two</li></ul>")).isEqualTo("list\n\n- one\n- two");
        assertThat(HtmlText.of("a<hr>b")).contains("---");
    }

    @Test
    void marksQuotations() {
        assertThat(HtmlText.of("<p>said</p><blockquote>one<br>two</blockquote><p>after</p>"))
                .contains("> one\n> two")
                .endsWith("after");
    }

    @Test
    void joinsWhiteSpaceExceptInPreformattedText() {
        assertThat(HtmlText.of("a  b\n\n c&nbsp;d")).isEqualTo("a b c d");
        assertThat(HtmlText.of("<pre>a  b\n c</pre>")).isEqualTo("a  b\n c");
    }

    @Test
    void putsSpacesBetweenTheCellsOfATable() {
        assertThat(HtmlText.of("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
                .matches("a b ?\nc");
    }

    @Test
    void leavesOutWhatIsNoText() {
        assertThat(HtmlText.of("<style>p{}</style><script>x()</script><p>text</p><!-- comment -->"))
                .isEqualTo("text");
        assertThat(HtmlText.of("&lt;b&gt; &amp; &#252;")).isEqualTo("<b> & ü");
        assertThat(HtmlText.of("")).isEmpty();
    }
}
