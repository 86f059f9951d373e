package org.sealpost.client.mail;

import java.io.IOException;
import java.util.Optional;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.seal.Opener;
import org.sealpost.client.seal.OpeningReport;
import org.sealpost.client.seal.Trust;
import org.sealpost.client.seal.TrustOptions;
import org.sealpost.client.seal.Verdict;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.client.server.StoredMessages;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;

/** Opens the message on the server that is to be answered or sent on, and says how its signature stands. */
final class Answering {
    private final Surroundings here;
    private final ConnectionOptions connection;
    private final SecurityFileOptions securityFile;

    Answering(Surroundings here, ConnectionOptions connection, SecurityFileOptions securityFile) {
        this.here = here;
        this.connection = connection;
        this.securityFile = securityFile;
    }

    /** What is done with the message while it is open. */
    @FunctionalInterface
    interface Then {
        void with(ReadMessage message) throws IOException;
    }

    /** The attachments can be read until {@code then} comes back. */
    void open(long number, Then then) throws IOException {
        StoredMessages.Stored stored;
        try (KeyManagerClient server = connection.open(here)) {
            stored = StoredMessages.fetch(server, number);
        }
        Trust trust = new Trust(here, TrustOptions.of(false), connection);
        Opener opener = new Opener(here, securityFile, trust, here.clock().instant());
        try (OpenedMessage opened =
                opener.open(stored.content(), Optional.of(stored.arrived()), OpeningPolicy.STANDARD_MAXIMUM_LENGTH)) {
            new Verdict(here, new OpeningReport(here.texts(), here.clock().instant())).tell(opened);
            then.with(new MessageReader(MimeLimits.STANDARD).read(opened.content()));
        }
    }
}
