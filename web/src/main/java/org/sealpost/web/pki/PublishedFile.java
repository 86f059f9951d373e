package org.sealpost.web.pki;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file for the whole world, with what caches need to know: an entity tag, and for how long it may be kept.
 *
 * @param mediaType its media type
 * @param name proposed to whoever saves it
 * @param content its octets
 * @param tag changes whenever the content does; letters, digits and hyphens
 * @param changed when the content changed last
 */
record PublishedFile(String mediaType, String name, byte[] content, String tag, Instant changed) {

    /** With a tag from the content itself: SHA-256. */
    static PublishedFile hashed(String mediaType, String name, byte[] content, Instant changed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new PublishedFile(mediaType, name, content, HexFormat.of().formatHex(hash), changed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Answers a request for the file, with 304 and no content when the caller has it already.
     *
     * @param keep for how long a cache may keep it without asking; zero or more
     */
    void answer(HttpServletRequest request, HttpServletResponse response, Duration keep) throws IOException {
        String quoted = '"' + tag + '"';
        response.setHeader("ETag", quoted);
        response.setHeader("Cache-Control", "public, max-age=" + keep.toSeconds());
        response.setDateHeader("Last-Modified", changed.toEpochMilli());
        if (known(request, quoted)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "inline; filename=\"" + name + '"');
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** RFC 9110 section 13.1: a tag, where one is given, decides alone. */
    private boolean known(HttpServletRequest request, String quoted) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return tags.equals("*") || tags.contains(quoted);
        }
        long since = request.getDateHeader("If-Modified-Since");
        return since >= 0 && changed.getEpochSecond() <= since / 1000;
    }
}
