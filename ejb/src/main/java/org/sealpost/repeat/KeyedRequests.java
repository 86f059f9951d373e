package org.sealpost.repeat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.RequestKey;
import org.sealpost.model.KeyedRequest;
import org.sealpost.model.KeyedRequestRepository;

/** Each step in a transaction of its own, so that it stands whatever becomes of the request. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class KeyedRequests {
    /** How long a key is remembered. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    /** Longer than any request takes: what was begun before and has no answer never gets one. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    @Inject
    KeyedRequestRepository requests;

    @Inject
    KeyWrap wrap;

    @Inject
    Clock clock;

    /**
     * The answer to what was asked before; empty when it was not, and then it has begun.
     *
     * @throws KeyUsedOtherwise when something else was asked under the key
     * @throws StillUnderWay when it has no answer yet
     * @throws OutcomeLost when it never gets one
     */
    Optional<FirstAnswer> begin(RequestKey key, byte[] mark) {
        Instant now = clock.instant();
        Optional<KeyedRequest> before = requests.lock(key.name());
        if (before.filter(old -> old.begunAt().plus(REMEMBERED).isAfter(now)).isPresent()) {
            return Optional.of(again(before.get(), key, mark, now));
        }
        before.ifPresent(requests::forget);
        requests.add(new KeyedRequest(key.name(), mark, now));
        return Optional.empty();
    }

    private FirstAnswer again(KeyedRequest before, RequestKey key, byte[] mark, Instant now) {
        if (!before.asksFor(mark)) {
            throw new KeyUsedOtherwise();
        }
        Optional<byte[]> answer = before.answer();
        if (answer.isEmpty()) {
            boolean over = before.lost() || before.begunAt().plus(LONGEST).isBefore(now);
            throw over ? new OutcomeLost() : new StillUnderWay();
        }
        return FirstAnswer.decoded(key.open(wrap, answer.get()));
    }

    void answered(RequestKey key, FirstAnswer answer) {
        change(key, begun -> begun.answer(key.seal(wrap, answer.encoded())));
    }

    void lost(RequestKey key) {
        change(key, KeyedRequest::lose);
    }

    void refused(RequestKey key) {
        change(key, requests::forget);
    }

    private void change(RequestKey key, Consumer<KeyedRequest> step) {
        requests.lock(key.name()).ifPresent(step);
    }

    /** Forgets what is older than a day. @return how many, at most {@code limit} */
    int forgetOld(int limit) {
        return requests.forgetBefore(clock.instant().minus(REMEMBERED), limit);
    }
}
