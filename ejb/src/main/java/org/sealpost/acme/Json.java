package org.sealpost.acme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * An object of a request. Its parser keeps no stack and refuses a name that is there twice, so that two readers never see
 * two different things.
 *
 * @param what it is, for refusals
 */
record Json(String what, Map<String, Object> members) {

    /** @throws AcmeRefused when it is not an object */
    static Json parse(String what, byte[] utf8) {
        return parse(what, new String(utf8, StandardCharsets.UTF_8));
    }

    /** @throws AcmeRefused when it is not an object */
    static Json parse(String what, String text) {
        try {
            return new Json(what, GuardedParsing.of(what, () -> parsed(text)));
        } catch (BadEncoding e) {
            throw AcmeRefused.malformed(what, e);
        }
    }

    private static Map<String, Object> parsed(String text) throws IOException {
        try {
            return JsonUtil.parseJson(text);
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    /** A text; empty when it is not there. */
    Optional<String> text(String name) {
        return of(name, String.class);
    }

    /** A text that has to be there. */
    String needed(String name) {
        return text(name).orElseThrow(() -> AcmeRefused.malformed(what + ": " + name));
    }

    /** Whether there is a true. */
    boolean flag(String name) {
        return of(name, Boolean.class).orElse(false);
    }

    /** A whole number; empty when it is not there. */
    Optional<Long> number(String name) {
        return of(name, Long.class);
    }

    /** Texts; empty when they are not there. */
    Optional<List<String>> texts(String name) {
        return list(name)
                .map(all ->
                        all.stream().map(one -> cast(name, one, String.class)).toList());
    }

    /** Objects; empty when they are not there. */
    Optional<List<Json>> objects(String name) {
        return list(name).map(all -> all.stream().map(one -> object(name, one)).toList());
    }

    /** An object; empty when it is not there. */
    Optional<Json> object(String name) {
        return Optional.ofNullable(members.get(name)).map(one -> object(name, one));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    private Json object(String name, Object one) {
        Map<?, ?> map = cast(name, one, Map.class);
        Map<String, Object> checked = new LinkedHashMap<>();
        map.forEach((key, value) -> checked.put(String.valueOf(key), value));
        return new Json(what + ": " + name, checked);
    }

    private Optional<List<?>> list(String name) {
        return Optional.ofNullable(members.get(name)).map(one -> (List<?>) cast(name, one, List.class));
    }

    private <T> Optional<T> of(String name, Class<T> type) {
        return Optional.ofNullable(members.get(name)).map(one -> cast(name, one, type));
    }

    private <T> T cast(String name, Object one, Class<T> type) {
        if (!type.isInstance(one)) {
            throw AcmeRefused.malformed(what + ": " + name);
        }
        return type.cast(one);
    }
}
