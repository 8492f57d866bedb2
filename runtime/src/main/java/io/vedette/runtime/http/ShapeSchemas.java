package io.vedette.runtime.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.runtime.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes shapes as OpenAPI's schemas; what has a name goes to the components, once. */
final class ShapeSchemas {

    static final String REF = "#/components/schemas/";

    private final ObjectNode components;

    ShapeSchemas(ObjectNode components) {
        this.components = components;
    }

    ObjectNode of(Shape shape) {
        if (shape instanceof Shape.Plain plain) {
            return plain(plain);
        } else if (shape instanceof Shape.Many many) {
            return array(of(many.of()));
        } else if (shape instanceof Shape.Both both) {
            ObjectNode all = Json.MAPPER.createObjectNode();
            all.putArray("allOf").add(of(both.one())).add(of(both.other()));
            return all;
        } else if (shape instanceof Shape.Members members) {
            return name(members);
        }
        return ofType(((Shape.Of) shape).type());
    }

    /** Puts it among the components, and refers to it. */
    ObjectNode name(Shape shape) {
        Shape.Members members = (Shape.Members) shape;
        if (!components.has(members.name())) {
            ObjectNode schema = components.putObject(members.name()).put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            members.members().forEach((name, member) -> properties.set(name, of(member)));
        }
        return ref(members.name());
    }

    private static ObjectNode plain(Shape.Plain plain) {
        ObjectNode schema = type(plain.type());
        if (plain.format() != null) {
            schema.put("format", plain.format());
        }
        if (!plain.values().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            plain.values().forEach(values::add);
        }
        return schema;
    }

    private ObjectNode ofType(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                return array(ofType(generic.getActualTypeArguments()[0]));
            }
            return type("object");
        }
        Class<?> one = (Class<?>) type;
        if (SpecificRecord.class.isAssignableFrom(one)) {
            return ofAvro(SpecificData.get().getSchema(one));
        } else if (one.isRecord()) {
            return ofRecord(one);
        }
        return simple(one);
    }

    private static ObjectNode simple(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return type("integer");
        } else if (type == double.class || type == Double.class) {
            return type("number");
        } else if (type == boolean.class || type == Boolean.class) {
            return type("boolean");
        } else if (type == Instant.class) {
            return type("string").put("format", "date-time");
        } else if (CharSequence.class.isAssignableFrom(type) || type == Duration.class || type.isEnum()) {
            return type("string");
        }
        return type("object");
    }

    private ObjectNode ofRecord(Class<?> type) {
        if (!components.has(type.getSimpleName())) {
            ObjectNode properties = components
                    .putObject(type.getSimpleName())
                    .put("type", "object")
                    .putObject("properties");
            for (RecordComponent component : type.getRecordComponents()) {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                ObjectNode schema = ofType(component.getGenericType());
                properties.set(component.getName(), nullable ? nullable(schema) : schema);
            }
        }
        return ref(type.getSimpleName());
    }

    private ObjectNode ofAvro(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> ofAvroRecord(schema);
            case ARRAY -> array(ofAvro(schema.getElementType()));
            case UNION -> nullable(ofAvro(schema.getTypes().get(1)));
            case LONG ->
                schema.getLogicalType() == null
                        ? type("integer")
                        : type("string").put("format", "date-time");
            case INT -> type("integer");
            case FLOAT, DOUBLE -> type("number");
            case BOOLEAN -> type("boolean");
            default -> type("string");
        };
    }

    private ObjectNode ofAvroRecord(Schema schema) {
        if (!components.has(schema.getName())) {
            ObjectNode named = components.putObject(schema.getName()).put("type", "object");
            named.put("description", schema.getDoc());
            ObjectNode properties = named.putObject("properties");
            for (Schema.Field field : schema.getFields()) {
                ObjectNode member = ofAvro(field.schema());
                if (member.has("$ref")) {
                    member = both(member);
                }
                properties.set(field.name(), member.put("description", field.doc()));
            }
        }
        return ref(schema.getName());
    }

    /** Beside a reference nothing else counts, so it goes one level down. */
    private static ObjectNode both(ObjectNode reference) {
        ObjectNode all = Json.MAPPER.createObjectNode();
        all.putArray("allOf").add(reference);
        return all;
    }

    private static ObjectNode nullable(ObjectNode schema) {
        return (schema.has("$ref") ? both(schema) : schema).put("nullable", true);
    }

    private static ObjectNode array(ObjectNode items) {
        return Json.MAPPER.createObjectNode().put("type", "array").set("items", items);
    }

    private static ObjectNode ref(String name) {
        return Json.MAPPER.createObjectNode().put("$ref", REF + name);
    }

    private static ObjectNode type(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }
}
