package org.sealpost.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The small images of a message by Content-ID, as {@code data:} URIs, which need no request that a stranger could see.
 * Larger images, and kinds that can hold scripts, stay attachments.
 */
final class InlineImages {

    private static final long MOST_BYTES_EACH = 256 * 1024;
    private static final long MOST_BYTES_TOGETHER = 2 * 1024 * 1024;
    private static final Set<String> KINDS = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Map<String, String> uris = new HashMap<>();

    InlineImages(List<Attachment> attachments) throws IOException {
        long together = 0;
        for (Attachment attachment : attachments) {
            Optional<String> id = attachment.contentId();
            boolean fits = attachment.size() <= MOST_BYTES_EACH && together + attachment.size() <= MOST_BYTES_TOGETHER;
            if (id.isPresent() && fits && KINDS.contains(attachment.mediaType())) {
                together += attachment.size();
                uris.putIfAbsent(id.get(), uri(attachment));
            }
        }
    }

    Optional<String> dataUri(String contentId) {
        return Optional.ofNullable(uris.get(contentId));
    }

    private static String uri(Attachment image) throws IOException {
        try (InputStream content = image.content().open()) {
            String octets = Base64.getEncoder().encodeToString(content.readNBytes((int) MOST_BYTES_EACH));
            return "data:" + image.mediaType() + ";base64," + octets;
        }
    }
}
