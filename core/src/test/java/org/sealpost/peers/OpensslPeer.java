package org.sealpost.peers;

import java.nio.file.Path;
import java.util.Map;
import org.sealpost.peers.Cast.Person;
import org.sealpost.pki.Certificates;

/** {@code openssl cms} and {@code openssl pkcs12}. */
final class OpensslPeer implements Peer {

    private static final String CMS = "openssl cms -provider legacy -provider default ";

    private final Command command;

    OpensslPeer(Path folder) {
        command = new Command(folder, Map.of());
        command.write("password.txt", Cast.PASSWORD + "\n");
        command.write("ca.pem", Certificates.pem(Cast.AUTHORITY.certificate()));
        for (Person person : Cast.ALL) {
            command.write(person.name() + ".pem", person.certificatePem());
            command.write(person.name() + ".key", person.keyPem());
        }
    }

    @Override
    public String name() {
        return command.run("openssl version").replaceFirst("(?s)^OpenSSL (\\d+\\.\\d+).*", "OpenSSL $1");
    }

    @Override
    public void importKeys(byte[] pkcs12) {
        command.write("keys.p12", pkcs12);
        String keys = command.run("openssl pkcs12 -legacy -in keys.p12 -passin file:password.txt -nodes");
        if (!keys.contains("BEGIN PRIVATE KEY") || !keys.contains("BEGIN CERTIFICATE")) {
            throw new PeerRefuses("no key in it");
        }
    }

    @Override
    public byte[] open(byte[] cms, Person reader) {
        command.write("in.der", cms);
        command.run(CMS
                + "-decrypt -inform DER -in in.der -binary -out out -recip WHO.pem -inkey WHO.key"
                        .replace("WHO", reader.name()));
        return command.read("out");
    }

    @Override
    public byte[] verify(byte[] cms) {
        command.write("in.der", cms);
        command.run(CMS + "-verify -inform DER -in in.der -binary -CAfile ca.pem -out out");
        return command.read("out");
    }

    @Override
    public void verify(byte[] cms, byte[] content) {
        command.write("in.der", cms);
        command.write("content", content);
        command.run(CMS + "-verify -inform DER -in in.der -binary -CAfile ca.pem -content content -out out");
    }

    @Override
    public byte[] encrypt(byte[] content, Encrypting how) {
        command.write("content", content);
        StringBuilder arguments = new StringBuilder(CMS)
                .append("-encrypt -binary -outform DER -in content -out out.der -")
                .append(how.cipher());
        for (Person reader : how.readers()) {
            arguments.append(" -recip ").append(reader.name()).append(".pem");
            arguments.append(how.oaep() && reader.rsa() ? " -keyopt rsa_padding_mode:oaep" : "");
        }
        command.run(arguments.toString());
        return command.read("out.der");
    }

    @Override
    public byte[] sign(byte[] content, Signing how) {
        command.write("content", content);
        command.run(CMS
                + "-sign -binary -outform DER -in content -out out.der -signer WHO.pem -inkey WHO.key -md "
                        .replace("WHO", how.signer().name())
                + how.digest()
                + (how.apart() ? "" : " -nodetach")
                + (how.pss() ? " -keyopt rsa_padding_mode:pss" : ""));
        return command.read("out.der");
    }

    @Override
    public void close() {
        // nothing runs on
    }
}
