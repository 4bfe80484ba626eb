package io.plimsoll.service.book.api;

import io.plimsoll.service.book.store.ListedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Documents of the book, by identifier.
///
/// @param documents at most as many as were asked for
/// @param next what to give as `after` for the ones that follow; left out at the end
public record ListDocument(
        List<ListedDocument> documents, @Nullable String next) {

    /// The list for a page that was answered with one more than it asks for, if there are more.
    public static ListDocument of(List<ListedDocument> found, Page page) {
        return new ListDocument(
                page.cut(found),
                page.next(found.stream().map(ListedDocument::id).toList()));
    }
}
