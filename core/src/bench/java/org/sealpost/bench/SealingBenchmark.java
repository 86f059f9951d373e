package org.sealpost.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.KeyType;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.SignatureForm;

/** Sealing (sign and encrypt) and opening (decrypt and verify) of one message, in messages a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SealingBenchmark {

    @Param({"EC_P256", "RSA_2048", "RSA_3072"})
    KeyType key;

    @Param({"AES_256_GCM", "AES_256_CBC", "AES_128_GCM", "AES_128_CBC", "CAST_64", "DES", "CAST_40"})
    EncryptionFormat format;

    @Param({"10000", "1000000", "25000000", "100000000"})
    int bytes;

    private Organisation organisation;
    private MessageSource letter;
    private MessageSource sealed;

    @Setup
    public void seal() throws IOException {
        organisation = new Organisation(key);
        letter = MessageSource.of(Organisation.letter(bytes));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        sealed = MessageSource.of(out.toByteArray());
    }

    @Benchmark
    public void sealing() throws IOException {
        write(OutputStream.nullOutputStream());
    }

    @Benchmark
    public boolean opening() throws IOException {
        try (OpenedMessage opened =
                organisation.opener.open(sealed, List.of(organisation.decryptionKey), organisation.policy)) {
            return opened.signatures().isEmpty();
        }
    }

    private void write(OutputStream out) throws IOException {
        organisation.sealer.signAndEncrypt(
                letter, organisation.signingKey, SignatureForm.CLEAR, organisation.envelope(format), out);
    }
}
