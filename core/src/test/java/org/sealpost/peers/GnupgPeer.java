package org.sealpost.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.sealpost.peers.Cast.Person;
import org.sealpost.pki.Certificates;

/** GnuPG's {@code gpgsm}, with an agent of its own that ends with it. */
final class GnupgPeer implements Peer {

    private static final String GPGSM = "gpgsm --batch --yes --pinentry-mode loopback --passphrase-fd 0 ";

    private static final Map<String, String> CIPHERS =
            Map.of("aes-256-cbc", "AES256", "aes-128-cbc", "AES", "des3", "3DES");

    private final Command command;

    GnupgPeer(Path folder) throws IOException {
        command = new Command(folder, Map.of("GNUPGHOME", home(folder).toString()));
        command.write("password.txt", Cast.PASSWORD + "\n");
        command.write("ca.pem", Certificates.pem(Cast.AUTHORITY.certificate()));
        command.write("home/gpg-agent.conf", "allow-loopback-pinentry\n");
        command.write("home/gpgsm.conf", "disable-crl-checks\ndisable-dirmngr\n");
        command.write("home/trustlist.txt", fingerprint() + " S relax\n");
        command.run("gpgsm --batch --import ca.pem");
        for (Person person : Cast.ALL) {
            command.write("who.pem", person.certificatePem());
            command.run("gpgsm --batch --import who.pem");
        }
        importKeys(Cast.olderExport(Cast.BOB_READS_RSA));
        importKeys(Cast.olderExport(Cast.AMY_SIGNS_RSA));
    }

    private static Path home(Path folder) throws IOException {
        return Files.createDirectory(
                folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static String fingerprint() {
        try {
            byte[] certificate = Certificates.der(Cast.AUTHORITY.certificate());
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return command.run("gpgsm --version").replaceFirst("(?s)^gpgsm \\(GnuPG\\) (\\d+\\.\\d+).*", "gpgsm $1");
    }

    @Override
    public void importKeys(byte[] pkcs12) {
        command.write("keys.p12", pkcs12);
        String said = command.run(GPGSM + "--import keys.p12");
        if (!said.contains("secret keys read: 1")) {
            throw new PeerRefuses(said);
        }
    }

    @Override
    public byte[] open(byte[] cms, Person reader) {
        command.write("in.der", cms);
        command.run(GPGSM + "-o out -d in.der");
        return command.read("out");
    }

    @Override
    public byte[] verify(byte[] cms) {
        command.write("in.der", cms);
        command.run("gpgsm --batch --yes -o out --verify in.der");
        return command.read("out");
    }

    @Override
    public void verify(byte[] cms, byte[] content) {
        command.write("in.der", cms);
        command.write("content", content);
        command.run("gpgsm --batch --verify in.der content");
    }

    /** It takes the certificates of EC recipients for certificates that cannot be encrypted to. */
    @Override
    public byte[] encrypt(byte[] content, Encrypting how) {
        if (!CIPHERS.containsKey(how.cipher()) || how.oaep()) {
            throw new NotWritten(how.cipher());
        }
        command.write("content", content);
        StringBuilder arguments =
                new StringBuilder(GPGSM).append("-o out.der -e --cipher-algo ").append(CIPHERS.get(how.cipher()));
        how.readers().forEach(reader -> arguments.append(" -r ").append(reader.address()));
        try {
            command.run(arguments + " content");
        } catch (PeerRefuses e) {
            throw how.readers().stream().allMatch(Person::rsa) ? e : new NotWritten(e.said());
        }
        return command.read("out.der");
    }

    @Override
    public byte[] sign(byte[] content, Signing how) {
        if (how.pss() || !how.signer().rsa()) {
            throw new NotWritten("RSA-PSS, and by EC keys, which it does not import");
        }
        command.write("content", content);
        command.run(GPGSM + "-o out.der --digest-algo " + how.digest() + " -u "
                + how.signer().address() + (how.apart() ? " -b" : "") + " -s content");
        return command.read("out.der");
    }

    @Override
    public void close() {
        try {
            command.run("gpgconf --kill all");
            Files.deleteIfExists(command.file("home/S.gpg-agent"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
