package dev.payweek.store;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import java.util.Comparator;
import java.util.List;

final class CategoryKind extends Kind<Category> {

    CategoryKind() {
        super("category", Category.class);
    }

    @Override
    public String key(Category category) {
        return category.path().name();
    }

    @Override
    public Comparator<Category> order() {
        return Comparator.comparing(Category::path);
    }

    @Override
    protected void write(Category category, FieldLines to) {
        to.with("path", category.path())
                .with("discretionary", category.discretionary())
                .with("archived", category.archived());
    }

    @Override
    protected Category read(FieldLines.Read from) {
        return new Category(
                CategoryPath.of(from.one("path")),
                Boolean.parseBoolean(from.one("discretionary")),
                Boolean.parseBoolean(from.one("archived")));
    }

    /** A category names the one above it. */
    @Override
    public List<CategoryPath> categories(Category category) {
        return category.path().parent().stream().toList();
    }
}
