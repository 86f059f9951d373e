package org.sealpost.addressbook;

import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.ListedPerson;
import org.sealpost.lookup.Enabled;
import org.sealpost.lookup.EnabledPeople;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.Certificates;

/** Where Jazzer comes in: what strangers send to the address book, before a login and after it. */
public final class LdapFuzzing {
    private static final Path GOLDEN = Path.of("..", "core", "src", "test", "resources", "smime", "golden");
    private static final X509Certificate CERTIFICATE = golden("rsa.pem");
    private static final X509Certificate AUTHORITY = golden("authority.pem");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DirectoryEntry BOB =
            new DirectoryEntry(new MailboxId("bob"), "bob@corp.example", "Bob Baker", "bob", "", false);
    private static final byte[] LOGIN = new LDAPMessage(1, new BindRequestProtocolOp("bob", "bob-sample"))
            .encode()
            .encode();

    private LdapFuzzing() {}

    /** One input of Jazzer's. Whatever leaves this method is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        take(input);
    }

    static void take(byte[] input) {
        talk(conversation(), input);
        Conversation known = conversation();
        known.take(LOGIN.clone(), LDAPMessage::encode);
        talk(known, input);
    }

    private static void talk(Conversation conversation, byte[] input) {
        InputStream in = new ByteArrayInputStream(input);
        try {
            Optional<byte[]> frame = Frame.next(in);
            while (frame.isPresent()
                    && conversation.take(frame.get(), answer -> answer.encode().encode())) {
                frame = Frame.next(in);
            }
        } catch (BadEncoding refused) {
            // what it is for
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Conversation conversation() {
        try {
            DN base = new DN(RunningBook.BASE);
            Book book = new Book(new Bob(), new BookEntries(base, () -> AUTHORITY), base);
            Logins logins = new Logins(new Bobs(), CLOCK);
            return new Conversation(book, logins, new Tries(100, 100, CLOCK), "192.0.2.1", true);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate golden(String file) {
        try {
            return Certificates.parse(Files.readAllBytes(GOLDEN.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody who is enabled. */
    private static final class Bob extends EnabledPeople {
        @Override
        public Optional<Enabled> byAddress(String address) {
            return beginning(address, 1).stream().findFirst();
        }

        @Override
        public List<Enabled> beginning(String text, int limit) {
            return BOB.address().startsWith(text)
                    ? List.of(new Enabled(new ListedPerson(BOB, "Baker", "Bob"), CERTIFICATE))
                    : List.of();
        }
    }

    /** Everybody who has a login. */
    private static final class Bobs extends Directory {
        @Override
        public Optional<DirectoryEntry> byAddress(String address) {
            return Optional.of(BOB).filter(entry -> entry.address().equals(address));
        }

        @Override
        public boolean knows(String login, Passphrase password) {
            return login.equals(BOB.login()) && new String(password.expose()).equals("bob-sample");
        }
    }
}
