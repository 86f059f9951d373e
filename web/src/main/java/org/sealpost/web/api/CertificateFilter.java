package org.sealpost.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
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
                Constants.ifNamed(CertificateStanding.class, state).orElse(null),
                Constants.ifNamed(CertificateProfile.class, profile).orElse(null),
                instant(endsBefore));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestException(e);
        }
    }
}
