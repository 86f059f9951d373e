package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.JobAttempt;
import org.sealpost.model.JobState;
import org.sealpost.protocol.SealpostException;

/** Keeps why attempts failed, apart from the attempts themselves, which roll back. */
@ApplicationScoped
class FailedAttempts {
    private static final int DEPTH = 10;

    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Clock clock;

    /** An attempt that failed because another server had finished the job meanwhile is none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(long job, Throwable failure) {
        boolean finished = jobs.byId(job)
                .map(EncryptionJob::state)
                .filter(JobState::finished)
                .isPresent();
        if (!finished) {
            jobs.add(new JobAttempt(job, cause(failure), clock.instant()));
        }
    }

    /**
     * What went wrong, without anything of the message: a foreseen failure's code and arguments, which never hold any,
     * or the names of what was thrown. Texts of other exceptions may quote values and are left out.
     */
    static String cause(Throwable failure) {
        Set<String> names = new LinkedHashSet<>();
        @Nullable Throwable one = failure;
        for (int depth = 0; one != null && depth < DEPTH; depth++) {
            if (one instanceof SealpostException foreseen) {
                return foreseen.code() + " " + foreseen.arguments();
            }
            names.add(one.getClass().getSimpleName());
            one = one.getCause();
        }
        return String.join(", caused by ", names);
    }
}
