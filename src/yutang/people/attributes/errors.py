"""What can be wrong with a field or a value."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownFieldError(NotFoundError):
    """No such field in this corp, or the role does not see it."""

    code = "attributes.unknown"

    def __init__(self, field_id: int) -> None:
        super().__init__(f"there is no field {field_id} here")


class FieldValueError(InvalidError):
    """A value does not fit its field; `detail` says what is wrong and what would fit."""

    code = "attributes.bad_value"

    def __init__(self, field_id: int, name: str, problem: str) -> None:
        super().__init__(f"「{name}」: {problem}")
        self.field_id = field_id
        self.problem = problem


class BadOperatorError(InvalidError):
    """The field's kind does not know this comparison."""

    code = "attributes.bad_operator"

    def __init__(self, name: str, operator: str, known: str) -> None:
        super().__init__(f"「{name}」 cannot be asked by {operator}; use one of {known}")


class FieldDefinitionError(InvalidError):
    """The field itself contradicts its kind or its limits."""

    code = "attributes.bad_field"


class FieldNameTakenError(DomainError):
    """Another living field has this name."""

    code = "attributes.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a field 「{name}」 already: give this one another name")


class TooManyFieldsError(DomainError):
    """The corp's limit is reached."""

    code = "attributes.too_many"

    def __init__(self, limit: int) -> None:
        super().__init__(f"a corp has at most {limit} fields: archive one that is not needed")


class FieldChangedError(DomainError):
    """Somebody changed the field since it was read."""

    code = "attributes.changed_meanwhile"

    def __init__(self, name: str) -> None:
        super().__init__(f"「{name}」 was changed meanwhile: read it again")


class NotEditableError(DomainError):
    """The role sees the field and may not write it, or the field is archived."""

    code = "attributes.not_editable"
    status = 403

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"「{name}」 is not yours to write: {why}")


class ConsentMissingError(DomainError):
    """A sensitive value without the person's consent on record."""

    code = "attributes.consent_missing"

    def __init__(self, customers: int) -> None:
        super().__init__(
            f"a sensitive field needs the person's consent on record; {customers} of these have"
            " given none: record it first, with its source and date"
        )
        self.customers = customers
