package org.sealpost.web.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.sealpost.approval.Requested;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.recovery.AskedRecovery;
import org.sealpost.recovery.Officers;

/** What travels of keys out of escrow. */
public final class RecoveryOnWire {
    private RecoveryOnWire() {}

    /**
     * Who can open escrowed keys.
     *
     * @param names of the officers; empty while the Key Manager itself could
     */
    public record OfficersAnswer(boolean shared, int needed, List<String> names, int keyVersion, long keys) {
        static OfficersAnswer of(Officers now) {
            return new OfficersAnswer(
                    now.shared(),
                    now.needed(),
                    now.officers().stream().map(RecoveryOfficer::name).toList(),
                    now.keyVersion(),
                    now.keys());
        }
    }

    /**
     * Who are to be the officers.
     *
     * @param addresses of their mailboxes
     * @param needed how many of them are to open, at least 2
     * @param reason may be absent unless the policy asks for it
     * @param ticket may be absent unless the policy asks for it
     */
    public record Naming(
            @NotEmpty List<@NotBlank String> addresses,
            int needed,
            @Size(max = 500) String reason,
            @Size(max = 100) String ticket) {
        /** What is left out is empty. */
        public Naming {
            reason = Objects.requireNonNullElse(reason, "");
            ticket = Objects.requireNonNullElse(ticket, "");
        }
    }

    /**
     * What is asked for.
     *
     * @param mailbox the directory's id
     */
    public record Asking(
            @NotBlank String mailbox,
            @Size(max = 500) String reason,
            @Size(max = 100) String ticket) {
        /** What is left out is empty. */
        public Asking {
            reason = Objects.requireNonNullElse(reason, "");
            ticket = Objects.requireNonNullElse(ticket, "");
        }
    }

    /**
     * What came of asking.
     *
     * @param missing how many people still have to agree
     * @param code token or code, shown this once; empty when there is none
     */
    public record AskedKeys(long request, int missing, String code) {
        static AskedKeys of(AskedRecovery made) {
            int missing = made.requested() instanceof Requested.Waiting waiting ? waiting.people() : 0;
            return new AskedKeys(made.requested().request(), missing, made.code());
        }

        /** Never the code. */
        @Override
        public String toString() {
            return "AskedKeys[" + request + "]";
        }
    }

    /** Password of the officer's own security file. */
    public record Agreeing(@NotBlank String password) {
        /** Never the password. */
        @Override
        public String toString() {
            return "Agreeing";
        }
    }

    /** What came of a yes: {@code waiting}, {@code done} or {@code failed}. */
    public record Answer(String outcome) {}

    /**
     * Fetching the keys of a release.
     *
     * @param code of the release
     * @param password under which the file is sealed
     */
    public record Fetching(@NotBlank String code, @NotBlank String password) {
        /** Neither. */
        @Override
        public String toString() {
            return "Fetching";
        }
    }
}
