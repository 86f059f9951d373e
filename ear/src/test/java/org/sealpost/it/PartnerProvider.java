package org.sealpost.it;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.sealpost.container.Https;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.AbstractAcmeProvider;
import org.shredzone.acme4j.toolbox.JSON;

/** How acme4j speaks to one server: trusting its certificate only, and knowing the challenge of RFC 8823. */
final class PartnerProvider extends AbstractAcmeProvider {
    private final SSLContext tls;

    /** @param certificate of the server, PEM */
    PartnerProvider(Path certificate) {
        tls = Https.trusting(certificate);
    }

    @Override
    public boolean accepts(URI server) {
        return true;
    }

    @Override
    public URL resolve(URI server) {
        try {
            return server.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(settings.getTimeout())
                .build();
    }

    @Override
    public Challenge createChallenge(Login login, JSON data) {
        return EmailChallenge.TYPE.equals(data.get("type").asString())
                ? new EmailChallenge(login, data)
                : super.createChallenge(login, data);
    }
}
