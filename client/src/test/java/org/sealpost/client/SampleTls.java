package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for a server on this machine, made by the JDK's own tool. */
record SampleTls(SSLContext context, Path certificate) {
    private static final String PASSWORD = "sample-password";

    static SampleTls make(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("tls.p12");
        Path certificate = folder.resolve("tls.pem");
        String make = "-genkeypair -alias it -keyalg EC -groupname secp256r1 -validity 30 -storetype PKCS12"
                + " -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -storepass " + PASSWORD;
        keytool(make, "-keystore", store.toString());
        String export = "-exportcert -rfc -alias it -storepass " + PASSWORD;
        keytool(export, "-keystore", store.toString(), "-file", certificate.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return new SampleTls(context, certificate);
    }

    private static void keytool(String words, String... files) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(words.split(" ", -1)));
        builder.command().addAll(List.of(files));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
