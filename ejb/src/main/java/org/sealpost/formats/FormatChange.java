package org.sealpost.formats;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;

/**
 * A change of the organisation's formats.
 *
 * @param basedOn number of the version that the administrator saw; a change of an older one is refused
 * @param edition what may be written and read at all
 * @param preferred written when every recipient reads it
 * @param floor the weakest that may be written
 * @param reason in the administrator's words, for the history
 * @param ticket number of a ticket; empty where the policy asks for none
 */
public record FormatChange(
        @Positive int basedOn,
        @NotNull Edition edition,
        @NotNull EncryptionFormat preferred,
        @NotNull EncryptionFormat floor,
        @NotBlank @Size(max = 500) String reason,
        @NotNull @Size(max = 100) String ticket) {}
