package org.sealpost.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.DepartureState;
import org.sealpost.model.ExportState;
import org.sealpost.model.ImportState;
import org.sealpost.moving.ArrivalRow;
import org.sealpost.moving.AskedExport;
import org.sealpost.moving.Confirmed;
import org.sealpost.moving.DepartureRow;
import org.sealpost.moving.ExportRow;
import org.sealpost.moving.ImportRow;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.TransferCertificate;

/** What travels of people who move between organisations. */
public final class MovingOnWire {
    /** Media type of the sealed files and receipts (RFC 7193). */
    static final String FILE = "application/cms";

    private MovingOnWire() {}

    /**
     * What is asked for.
     *
     * @param addresses of the mailboxes that go
     * @param certificate the other organisation's transfer certificate, PEM
     * @param fingerprint SHA-256 as the other organisation told it over another way, hexadecimal in any grouping
     * @param reason in the requester's words
     * @param ticket number of a ticket
     */
    public record Order(
            @Nullable List<@Nullable String> addresses,
            @Nullable String certificate,
            @Nullable String fingerprint,
            @Nullable String reason,
            @Nullable String ticket) {}

    /**
     * Why an import is asked for.
     *
     * @param reason in the requester's words
     * @param ticket number of a ticket
     */
    public record Grounds(@Nullable String reason, @Nullable String ticket) {}

    /**
     * What came of asking for an export.
     *
     * @param export its number
     * @param request number of the request
     * @param missing how many people still have to agree; 0 when it is sealed
     */
    public record AskedForExport(long export, long request, int missing) {
        static AskedForExport of(AskedExport asked) {
            int missing = asked.requested() instanceof Requested.Waiting waiting ? waiting.people() : 0;
            return new AskedForExport(asked.export(), asked.requested().request(), missing);
        }
    }

    /**
     * A certificate of our escrow's key.
     *
     * @param certificate PEM
     * @param fingerprint SHA-256, to be told over another way
     * @param until when nothing can be sealed to it any more
     */
    public record Offer(String certificate, String fingerprint, String subject, Instant until) {
        static Offer of(TransferCertificate offered) {
            return new Offer(
                    Certificates.pem(offered.certificate()),
                    offered.fingerprint().hex(),
                    offered.subject(),
                    offered.until());
        }
    }

    /**
     * A page of exports.
     *
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Exports(List<Export> exports, @Nullable String next) {}

    /**
     * An export.
     *
     * @param number between the two Key Managers
     * @param recipient the other escrow, as its authority says
     * @param fingerprint of the certificate that the keys are sealed to
     */
    public record Export(
            long id,
            String number,
            ExportState state,
            String recipient,
            String fingerprint,
            String reason,
            String askedBy,
            Instant askedAt,
            Instant changedAt) {
        static Export of(ExportRow row) {
            return new Export(
                    row.id(),
                    row.number(),
                    row.state(),
                    row.recipient().subject(),
                    row.recipient().fingerprint().hex(),
                    row.reason(),
                    row.asked().by(),
                    row.asked().at(),
                    row.changedAt());
        }
    }

    /**
     * A page of the mailboxes of an export.
     *
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Departures(
            List<Departure> mailboxes, @Nullable String next) {}

    /**
     * A mailbox of an export.
     *
     * @param mailbox the directory's id
     * @param keys how many go with it
     * @param movedAt when the receipt was taken; absent before
     */
    public record Departure(
            String mailbox,
            String address,
            DepartureState state,
            int keys,
            @Nullable Instant movedAt) {
        static Departure of(DepartureRow row) {
            return new Departure(
                    row.mailbox().value(),
                    row.address(),
                    row.state(),
                    row.keys(),
                    row.movedAt().orElse(null));
        }
    }

    /**
     * What a receipt came to.
     *
     * @param moved addresses of those who have moved with it
     * @param missing of those who have not arrived with every key
     * @param grown of those who have got a further key here since
     */
    public record Confirmation(long export, List<String> moved, List<String> missing, List<String> grown) {
        static Confirmation of(Confirmed confirmed) {
            return new Confirmation(confirmed.export(), confirmed.moved(), confirmed.missing(), confirmed.grown());
        }
    }

    /**
     * A page of imports.
     *
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Imports(List<Import> imports, @Nullable String next) {}

    /**
     * An import.
     *
     * @param number the other Key Manager's, of its export
     * @param organisation in its own words
     * @param authority fingerprint of its authority's certificate
     */
    public record Import(
            long id,
            String number,
            ImportState state,
            String organisation,
            String authority,
            Instant sealedAt,
            String lookedBy,
            Instant lookedAt,
            Instant changedAt) {
        static Import of(ImportRow row) {
            return new Import(
                    row.id(),
                    row.number(),
                    row.state(),
                    row.origin().organisation(),
                    row.origin().authority().hex(),
                    row.sealedAt(),
                    row.looked().by(),
                    row.looked().at(),
                    row.changedAt());
        }
    }

    /**
     * A page of the mailboxes of an import.
     *
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Arrivals(
            List<Arrival> mailboxes, @Nullable String next) {}

    /**
     * A mailbox of an import.
     *
     * @param position in the file
     * @param mailbox the directory's id
     * @param state what was found of it, or became of it
     * @param keys how many come with it
     */
    public record Arrival(int position, String mailbox, String address, ArrivalState state, int keys) {
        static Arrival of(ArrivalRow row) {
            return new Arrival(row.position(), row.mailbox().value(), row.address(), row.state(), row.keys());
        }
    }
}
