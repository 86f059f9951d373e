package org.sealpost.web;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a short digest of the content into the address of our styles, scripts and images. Builds are reproducible, so a
 * file's date never changes and a browser would go on with what it has after an upgrade; another address cannot be
 * mistaken. What has not changed keeps its address, and may be kept for long.
 */
public class FreshResources extends ResourceHandlerWrapper {
    /** Hexadecimal digits of the digest. */
    private static final int DIGITS = 12;

    private static final Set<String> OURS = Set.of("sealpost", "images");

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /** @param wrapped what finds the resources */
    public FreshResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library) {
        return fresh(super.createResource(name, library));
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library, @Nullable String contentType) {
        return fresh(super.createResource(name, library, contentType));
    }

    private @Nullable Resource fresh(@Nullable Resource found) {
        if (found == null || found.getLibraryName() == null || !OURS.contains(found.getLibraryName())) {
            return found;
        }
        return new Fresh(found);
    }

    private String version(Resource resource) {
        return versions.computeIfAbsent(
                resource.getLibraryName() + '/' + resource.getResourceName(), name -> digest(resource));
    }

    private static String digest(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getResourceName(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Fresh extends ResourceWrapper {
        Fresh(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.contains("?") ? '&' : '?') + "v=" + version(getWrapped());
        }

        @Override
        public String getContentType() {
            return getWrapped().getContentType();
        }

        @Override
        public String getLibraryName() {
            return getWrapped().getLibraryName();
        }

        @Override
        public String getResourceName() {
            return getWrapped().getResourceName();
        }
    }
}
