package org.sealpost.web.console;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A field into which one holder types a recovery share. It lives for one request. */
public final class ShareField {
    private final int place;
    private @Nullable String text;

    private ShareField(int place) {
        this.place = place;
    }

    /** That many empty fields. */
    static List<ShareField> fields(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(ShareField::new).toList();
    }

    /** What stands in the fields. */
    static List<String> typed(List<ShareField> fields) {
        return fields.stream()
                .map(ShareField::getText)
                .map(text -> text == null ? "" : text)
                .toList();
    }

    /** Its place on the page, from 1 on. */
    public int getPlace() {
        return place;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    /** Never the share. */
    @Override
    public String toString() {
        return "***";
    }
}
