package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What holds for every page and is seen without a server. */
class PagesTest {

    static Stream<Path> pages() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
        assertThat(pages).isNotEmpty();
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageNeedsWhatTheContentSecurityPolicyForbids(Path page) throws Exception {
        Document document = parse(page);
        assertThat(elements(document, "script")).as("scripts are files").isEmpty();
        assertThat(document.getElementsByTagName("f:ajax").getLength())
                .as("f:ajax writes inline handlers that are blocked: use p:ajax")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFieldHasALabelAndEveryPictureAText(Path page) throws Exception {
        Document document = parse(page);
        for (Element picture : elements(document, "img")) {
            assertThat(picture.hasAttribute("alt")).isTrue();
        }
        String text = Files.readString(page);
        for (String tag : List.of("p:inputText", "p:inputTextarea", "p:password", "p:selectOneMenu", "p:datePicker")) {
            for (Element field : elements(document, tag)) {
                assertThat(text)
                        .as("%s %s", tag, field.getAttribute("id"))
                        .contains("for=\"" + field.getAttribute("id") + "\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsWrittenUnescaped(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContain("escape=\"false\"");
    }

    private static List<Element> elements(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return Stream.iterate(0, at -> at < found.getLength(), at -> at + 1)
                .map(at -> (Element) found.item(at))
                .toList();
    }

    private static Document parse(Path page) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(page.toFile());
    }
}
