package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sealpost.model.Page;

class PagedListTest {

    private final List<Optional<String>> asked = new ArrayList<>();
    private final PagedList<Integer> list = new PagedList<>(key -> {
        asked.add(key);
        int first = key.map(Integer::valueOf).orElse(0);
        return new Page<>(
                List.of(first + 1, first + 2), first < 4 ? Optional.of(String.valueOf(first + 2)) : Optional.empty());
    });

    @Test
    void isEmptyAndAsksNothingBeforeItIsShown() {
        assertThat(list.getRows()).isEmpty();
        assertThat(list.isEarlier()).isFalse();
        assertThat(list.isLater()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void goesOnAndBackByTheKeysItCameBy() {
        list.restart();
        list.next();
        list.next();
        assertThat(list.getRows()).containsExactly(5, 6);
        assertThat(list.getNumber()).isEqualTo(3);
        assertThat(list.isLater()).isFalse();
        list.back();
        list.back();
        assertThat(list.getRows()).containsExactly(1, 2);
        assertThat(list.isEarlier()).isFalse();
        assertThat(asked)
                .containsExactly(
                        Optional.empty(), Optional.of("2"), Optional.of("4"), Optional.of("2"), Optional.empty());
    }

    @Test
    void staysWhereItIsAtBothEnds() {
        list.restart();
        list.back();
        assertThat(list.getRows()).containsExactly(1, 2);
        list.next();
        list.next();
        list.next();
        assertThat(list.getRows()).containsExactly(5, 6);
    }

    @Test
    void readsThePageAgainWithoutMoving() {
        list.restart();
        list.next();
        list.reload();
        assertThat(list.getRows()).containsExactly(3, 4);
        assertThat(list.getNumber()).isEqualTo(2);
        assertThat(list.isEarlier()).isTrue();
    }

    @Test
    void aNewSearchForgetsTheWay() {
        list.restart();
        list.next();
        list.restart();
        assertThat(list.getNumber()).isEqualTo(1);
        assertThat(list.isEarlier()).isFalse();
    }
}
