package dev.payweek.rest.endpoint;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Call.Made;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.Route.Content;
import java.util.List;
import java.util.Optional;

/** Categories: what money is spent on. */
final class CategoryEndpoints {

    private CategoryEndpoints() {}

    record CategoryBody(Optional<Boolean> discretionary, Optional<Boolean> archived) {}

    record CategoryShown(String category, boolean discretionary, boolean archived) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/categories", Access.READ, "Lists the categories.", CategoryEndpoints::list)
                        .giving(Content.many(CategoryShown.class)),
                Route.of("PUT", "/categories/{category}", Access.WRITE, "Adds or changes one.", CategoryEndpoints::put)
                        .taking(CategoryBody.class)
                        .giving(CategoryShown.class),
                Route.of(
                                "DELETE",
                                "/categories/{category}",
                                Access.WRITE,
                                "Removes one that nothing uses.",
                                CategoryEndpoints::delete)
                        .answering(204));
    }

    private static Response list(Call call) {
        return call.view(view ->
                view.categories().all().stream().map(CategoryEndpoints::shown).toList());
    }

    private static Response put(Call call) {
        CategoryPath path = CategoryPath.of(call.path("category"));
        CategoryBody body = call.body(CategoryBody.class);
        return call.changeLedger(edit -> {
            Category before = edit.categories().find(path).orElse(new Category(path, true, false));
            Category category = edit.put(new Category(
                    path,
                    body.discretionary().orElse(before.discretionary()),
                    body.archived().orElse(before.archived())));
            return Made.done(edit, shown(category));
        });
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeCategory(CategoryPath.of(call.path("category")));
            return Made.nothing();
        });
    }

    private static CategoryShown shown(Category category) {
        return new CategoryShown(category.path().name(), category.discretionary(), category.archived());
    }
}
