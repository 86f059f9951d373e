package org.sealpost.web.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.MailboxRow;
import org.sealpost.model.RevocationCause;
import org.sealpost.revocation.Revocation;

/** What travels of mailboxes. */
public final class MailboxesOnWire {
    private MailboxesOnWire() {}

    /**
     * Why certificates end, on the wire.
     *
     * @param cause COMPROMISED or LEFT
     * @param since for COMPROMISED: from when on the keys may have been in other hands; absent when nobody knows
     * @param reason for the log
     * @param ticket number of a ticket; may be absent unless the policy asks for it
     */
    public record Ending(
            @NotNull RevocationCause cause,
            @Nullable Instant since,
            @NotBlank @Size(max = 500) String reason,
            @Size(max = 100) @Nullable String ticket) {
        Revocation revocation() {
            if (cause != RevocationCause.COMPROMISED && since != null) {
                throw new BadRequestException();
            }
            return new Revocation(cause, Optional.ofNullable(since), reason);
        }
    }

    /**
     * A page of mailboxes.
     *
     * @param mailboxes the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Mailboxes(
            List<Mailbox> mailboxes, @Nullable String next) {}

    /**
     * A mailbox on the wire.
     *
     * @param id the directory's immutable id
     * @param address its address
     * @param name its name for people
     * @param unit its organisational unit; may be empty
     * @param state where it stands
     * @param since when it came into that state; absent when it was never enabled
     */
    public record Mailbox(
            String id,
            String address,
            String name,
            String unit,
            String state,
            @Nullable Instant since) {
        static Mailbox of(MailboxRow row) {
            DirectoryEntry entry = row.entry();
            return new Mailbox(
                    entry.id().value(),
                    entry.address(),
                    entry.displayName(),
                    entry.orgUnit(),
                    row.state().name(),
                    row.changedAt().orElse(null));
        }
    }

    /**
     * A token on the wire.
     *
     * @param mailbox address of its owner
     * @param token the secret, in groups
     * @param expires until when it can be redeemed
     */
    public record Token(String mailbox, String token, Instant expires) {
        static Token of(IssuedToken issued) {
            return new Token(issued.address(), issued.token(), issued.expiresAt());
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "Token[" + mailbox + "]";
        }
    }
}
