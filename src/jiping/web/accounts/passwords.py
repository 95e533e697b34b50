"""What a password must be, in Chinese: Django's own sentences are not translated whole."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError

LEAST = 10
KINDS = 3


class LongEnough:
    """At least ten characters."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002
        if len(password) < LEAST:
            raise ValidationError(f"密码只有 {len(password)} 位，至少要 {LEAST} 位。")

    def get_help_text(self) -> str:
        return f"至少 {LEAST} 位"


class SeveralKinds:
    """Three of four: small letters, capitals, digits, signs."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002
        kinds = sum(
            any(test(each) for each in password)
            for test in (str.islower, str.isupper, str.isdigit, lambda each: not each.isalnum())
        )
        if kinds < KINDS:
            raise ValidationError("密码的种类太少，请在大写字母、小写字母、数字、符号中至少用三种。")

    def get_help_text(self) -> str:
        return "大写字母、小写字母、数字、符号至少三种"


class NotTheName:
    """Not the name one logs in with."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        name = "" if user is None else user.get_username()
        if name and name.lower() in password.lower():
            raise ValidationError("密码里不能有账号。")

    def get_help_text(self) -> str:
        return "不含账号"
