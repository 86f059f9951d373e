package org.sealpost.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/** Known answers kept as files next to the tests. */
final class GoldenVectors {
    private final Properties values = new Properties();

    GoldenVectors(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenVectors.class.getResourceAsStream(file), file)) {
            values.load(in);
        }
    }

    byte[] bytes(String name) {
        return HexFormat.of().parseHex(Objects.requireNonNull(values.getProperty(name), name));
    }
}
