package dev.payweek.rest.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record of the API as JSON sees it, for {@link ShapeReader}, {@link ShapeWriter} and {@link JsonSchema} alike. Each
 * class is looked at once in the life of the process. Immutable, so safe for use by many threads.
 */
final class Shape {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final String name;
    private final List<Field> fields;
    private final Constructor<?> constructor;

    /**
     * A component of the record.
     *
     * @param name in snake_case
     * @param raw its type without type arguments
     * @param type its type with them
     * @param limits how long its text may be, if it says so
     * @param accessor reads it
     */
    record Field(String name, Class<?> raw, Type type, Optional<Text> limits, Method accessor) {

        private static Field of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Field(
                    Names.snakeCase(component.getName()),
                    component.getType(),
                    component.getGenericType(),
                    Optional.ofNullable(component.getAnnotation(Text.class)),
                    accessor);
        }

        Object valueIn(Record shape) {
            try {
                return accessor.invoke(shape);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record's accessor only reads", e);
            }
        }
    }

    private Shape(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        if (!type.isRecord() || schema == null) {
            throw new IllegalStateException(type + " is no record with a schema's name");
        }
        RecordComponent[] components = type.getRecordComponents();
        this.name = schema.value();
        this.fields = Arrays.stream(components).map(Field::of).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a constructor of all its components", e);
        }
    }

    /**
     * Returns the shape of a record.
     *
     * @throws IllegalStateException if the class is no record or has no {@link Schema}
     */
    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Returns the name of its schema. */
    String name() {
        return name;
    }

    /** Returns its components in their order. */
    List<Field> fields() {
        return fields;
    }

    /** Returns the record with these components; what it refuses is thrown as it is. */
    Object make(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(name + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }
}
