package org.sealpost.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "attachment; filename=a.txt | a.txt",
                "attachment; filename=\"O'Brien's.pdf\" | O'Brien's.pdf",
                "attachment; filename=\"1+1.pdf\" | 1+1.pdf",
                "attachment; filename=\"a \\\"b\\\".pdf\" | a \"b\".pdf",
                "attachment; filename*=UTF-8''J%C3%BCrgen.pdf | Jürgen.pdf",
                "attachment; filename*=iso-8859-1'de'J%FCrgen.pdf | Jürgen.pdf",
                "attachment; filename=x; filename*=UTF-8''y | y",
                "attachment; filename*0=long; filename*1=er.pdf | longer.pdf",
                "attachment; filename*0*=UTF-8''%E6%97; filename*1*=%A5.pdf | 日.pdf",
                "attachment; filename*0*=UTF-8''a%20; filename*1=b.pdf | a b.pdf",
                "attachment; filename*1=b; filename*0=a | ab",
                "attachment; FileName==?utf-8?Q?J=C3=BCrgen?=.pdf | Jürgen.pdf",
                "attachment; filename=\"=?utf-8?B?5pel?= =?utf-8?B?5pys?=\" | 日本",
                "attachment; filename=\"Jürgen.pdf\" | Jürgen.pdf",
                "attachment; filename*=no-such-charset''a%C3%BC | aü",
                "attachment; filename*=UTF-8''bad%zz%4 | bad%zz%4"
            })
    void decodesFileNamesInEveryWritingOfTheWild(String field, String name) throws MimeException {
        assertThat(parse(field).parameter("filename")).contains(name);
        assertThat(parse(field).value()).isEqualTo("attachment");
    }

    @Test
    void findsNothingWhereNothingIs() throws MimeException {
        assertThat(parse("attachment").parameter("filename")).isEmpty();
        assertThat(parse("").value()).isEmpty();
        assertThat(parse(";;;").parameter("filename")).isEmpty();
    }

    @Test
    void readsHostileParametersInBoundedTime() throws MimeException {
        Instant start = Instant.now();
        StringBuilder pieces = new StringBuilder("attachment");
        for (int i = 0; i < 10_000; i++) {
            pieces.append("; filename*").append(i).append("*=%41");
        }
        assertThat(parse(pieces.toString()).parameter("filename").orElseThrow()).hasSizeLessThanOrEqualTo(200);
        parse("attachment; filename=\"" + "=?".repeat(100_000) + "\"").parameter("filename");
        parse("attachment" + ";".repeat(200_000)).parameter("filename");
        parse("attachment; filename=" + "(".repeat(200_000)).parameter("filename");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private static FieldParameters parse(String body) throws MimeException {
        byte[] raw = ("Content-Disposition: " + body).getBytes(UTF_8);
        Field field = RawFieldParser.DEFAULT.parseField(new ByteArrayBuffer(raw, true));
        return FieldParameters.of(field);
    }
}
