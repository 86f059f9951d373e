package org.sealpost.quorum;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;

/** A key with its holders, and what was sealed to it. */
final class Officers implements AutoCloseable {
    static final SecureRandom RANDOM = new SecureRandom();
    static final Hpke HPKE = new Hpke(Providers.best(), RANDOM);
    static final byte[] INFO = "escrow".getBytes(StandardCharsets.US_ASCII);
    static final byte[] AAD = "mailbox 42".getBytes(StandardCharsets.US_ASCII);
    static final byte[] SECRET = "a private encryption key".getBytes(StandardCharsets.US_ASCII);

    final Contributions contributions = new Contributions(Providers.best(), RANDOM);
    final QuorumOpener opener = new QuorumOpener(Providers.best(), RANDOM);
    final Hpke.Pair pair = HPKE.keyPair();
    final Sharing sharing;

    Officers(int needed, int people) {
        this.sharing = Sharing.of(pair.privateKey(), new QuorumSize(needed, people), RANDOM);
    }

    OpeningTask task(String request) {
        return new OpeningTask(request, HPKE.seal(pair.publicKey(), INFO, AAD, SECRET));
    }

    Share share(int holder) {
        return sharing.shares().get(holder - 1);
    }

    Contribution contribution(OpeningTask task, int holder) {
        return contributions.make(share(holder), sharing.commitments(), task);
    }

    List<Contribution> contributions(OpeningTask task, List<Integer> holders) {
        return holders.stream().map(it -> contribution(task, it)).toList();
    }

    byte[] open(OpeningTask task, List<Contribution> given) {
        return open(sharing.commitments(), task, given);
    }

    byte[] open(Commitments commitments, OpeningTask task, List<Contribution> given) {
        return opener.open(task, commitments, given, INFO, AAD).expose();
    }

    /** Every set of people, from none to all. */
    static List<List<Integer>> subsets(int people) {
        List<List<Integer>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << people; bits++) {
            int chosen = bits;
            all.add(IntStream.rangeClosed(1, people)
                    .filter(it -> (chosen & 1 << (it - 1)) != 0)
                    .boxed()
                    .toList());
        }
        return all;
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] altered = Arrays.copyOf(bytes, bytes.length);
        altered[at] ^= 1;
        return altered;
    }

    @Override
    public void close() {
        sharing.close();
        pair.close();
    }
}
