package org.sealpost.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.KeyType;

/** Compares Sealpost with other ways to do the same. Arguments: a folder to work in; quick, aims or all. */
public final class Comparison {

    private Comparison() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String mode = arguments[1];
        Security.addProvider(new BouncyCastleProvider()); // the stock way names it
        machine(folder);
        if (mode.equals("quick")) {
            table(
                    new Messages(folder, 3, 0.2),
                    List.of(KeyType.EC_P256, KeyType.RSA_2048),
                    List.of(EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_256_CBC),
                    10_000,
                    1_000_000);
        } else if (mode.equals("all")) {
            Messages messages = new Messages(folder, 3, 0.3);
            List<EncryptionFormat> formats = List.of(EncryptionFormat.values());
            table(messages, List.of(KeyType.EC_P256, KeyType.RSA_2048, KeyType.RSA_3072), formats, 10_000, 1_000_000);
            // The key has no part any more in what takes long: one kind of RSA is enough.
            table(messages, List.of(KeyType.EC_P256, KeyType.RSA_2048), formats, 25_000_000, 100_000_000);
        }
        new Aims(folder, 5).measure();
    }

    private static void table(Messages messages, List<KeyType> keys, List<EncryptionFormat> formats, int... sizes)
            throws Exception {
        Messages.heading();
        for (int bytes : sizes) {
            for (KeyType key : keys) {
                for (EncryptionFormat format : formats) {
                    messages.measure(key, format, bytes);
                }
            }
        }
    }

    private static void machine(Path folder) throws Exception {
        String processor = Files.lines(Path.of("/proc/cpuinfo"))
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElse("unknown processor");
        System.out.printf(
                Locale.ROOT,
                "%s; %d x %s; load %.1f; Java %s; %s; %s%n",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                processor,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                Organisation.PROVIDERS.describe(),
                new Openssl(folder).run("openssl version"));
    }
}
