package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.util.List;
import java.util.Optional;

/** Categories: what money is spent on. */
final class CategoryEndpoints {

    /** The most characters of a text that is to be a category, inclusive; what it must be beyond that, core says. */
    static final int MAX_TEXT = 200;

    private CategoryEndpoints() {}

    @Schema("CategoryUpdate")
    record CategoryBody(Optional<Boolean> discretionary, Optional<Boolean> archived) {}

    @Schema("CategoryDestination")
    record Destination(@Text(max = MAX_TEXT) String to) {

        CategoryPath path(Call call) {
            var faults = new Faults();
            CategoryPath path = faults.readAt("/to", () -> CategoryPath.of(to)).orElse(Categories.OTHER);
            call.note(faults);
            return path;
        }
    }

    @Schema("Category")
    record CategoryJson(String category, boolean discretionary, boolean archived) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/categories", Access.READ, "Lists the categories.", CategoryEndpoints::list)
                        .giving(Content.many(CategoryJson.class)),
                Route.of("PUT", "/categories/{category}", Access.WRITE, "Adds or changes one.", CategoryEndpoints::put)
                        .refusing(409)
                        .taking(CategoryBody.class)
                        .giving(CategoryJson.class),
                Route.of(
                                "DELETE",
                                "/categories/{category}",
                                Access.WRITE,
                                "Removes one that nothing uses.",
                                CategoryEndpoints::delete)
                        .refusing(409, 422)
                        .answering(204),
                Route.of(
                                "POST",
                                "/categories/{category}/move",
                                Access.WRITE,
                                "Gives one another name or place; history follows.",
                                CategoryEndpoints::move)
                        .refusing(409, 412)
                        .taking(Destination.class)
                        .giving(CategoryJson.class),
                Route.of(
                                "POST",
                                "/categories/{category}/merge",
                                Access.WRITE,
                                "Makes one of two: what was in the first is in the second.",
                                CategoryEndpoints::merge)
                        .refusing(409, 412)
                        .taking(Destination.class)
                        .giving(CategoryJson.class));
    }

    private static Response move(Call call) {
        CategoryPath to = call.body(Destination.class).path(call);
        CategoryPath from = CategoryPath.of(call.path("category"));
        return call.changeLedger(edit -> {
            edit.moveCategory(from, to);
            return ChangeResult.done(edit, toJson(edit, to));
        });
    }

    private static Response merge(Call call) {
        CategoryPath into = call.body(Destination.class).path(call);
        CategoryPath from = CategoryPath.of(call.path("category"));
        return call.changeLedger(edit -> {
            edit.mergeCategory(from, into);
            return ChangeResult.done(edit, toJson(edit, into));
        });
    }

    private static CategoryJson toJson(BudgetEdit edit, CategoryPath path) {
        return toJson(edit.categories().find(path).orElseThrow());
    }

    private static Response list(Call call) {
        return call.view(view ->
                view.categories().all().stream().map(CategoryEndpoints::toJson).toList());
    }

    private static Response put(Call call) {
        CategoryBody body = call.body(CategoryBody.class);
        CategoryPath path = CategoryPath.of(call.path("category"));
        return call.changeNamed(view -> view.categories().find(path).isPresent(), edit -> {
            Category before = edit.categories().find(path).orElse(new Category(path, true, false));
            Category category = edit.put(new Category(
                    path,
                    body.discretionary().orElse(before.discretionary()),
                    body.archived().orElse(before.archived())));
            return ChangeResult.done(edit, toJson(category));
        });
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeCategory(CategoryPath.of(call.path("category")));
            return ChangeResult.nothing();
        });
    }

    private static CategoryJson toJson(Category category) {
        return new CategoryJson(category.path().name(), category.discretionary(), category.archived());
    }
}
