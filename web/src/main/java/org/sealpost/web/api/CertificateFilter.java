package org.sealpost.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.CertificateQuery;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;

/** Which certificates a program asks for; what is absent does not narrow the search. */
public class CertificateFilter {
    @QueryParam("address")
    @DefaultValue("")
    String address = "";

    @QueryParam("serial")
    @Nullable
    String serial;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("profile")
    @Nullable
    String profile;

    @QueryParam("endsBefore")
    @Nullable
    String endsBefore;

    /**
     * Reads the fields.
     *
     * @throws BadRequestException for a name or an instant that there is not
     * @throws org.sealpost.model.BadSerial for a number that is none
     */
    CertificateQuery query() {
        return new CertificateQuery(
                address,
                serial == null ? null : Serial.typed(serial),
                constant(CertificateStanding.values(), state),
                constant(CertificateProfile.values(), profile),
                instant(endsBefore));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, @Nullable String name) {
        return Optional.ofNullable(name)
                .map(given -> Stream.of(values)
                        .filter(one -> one.name().equals(given.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(BadRequestException::new))
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestException(e);
        }
    }
}
