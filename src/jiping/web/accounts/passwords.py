"""What a password must be, in Chinese: Django's own sentences are not translated whole. The numbers are the pack's."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError

from jiping.use_cases.account_rules import AccountRules
from jiping.web.accounts.models import AccountRecord

_KINDS = (str.islower, str.isupper, str.isdigit, lambda each: not each.isalnum())


def rules() -> AccountRules:
    """Return the rules in force since the server began."""
    found: AccountRules = settings.ACCOUNT_RULES
    return found


class LongEnough:
    """As many characters as the rules ask for."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002
        if len(password) < rules().least_length:
            raise ValidationError(f"密码只有 {len(password)} 位，至少要 {rules().least_length} 位。")

    def get_help_text(self) -> str:
        return f"至少 {rules().least_length} 位"


class SeveralKinds:
    """Several of four: small letters, capitals, digits, signs."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002
        kinds = sum(any(test(each) for each in password) for test in _KINDS)
        if kinds < rules().least_kinds:
            raise ValidationError(
                f"密码的种类太少，请在大写字母、小写字母、数字、符号中至少用 {rules().least_kinds} 种。"
            )

    def get_help_text(self) -> str:
        return f"大写字母、小写字母、数字、符号至少 {rules().least_kinds} 种"


class NotTheName:
    """Not the name one logs in with."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        name = "" if user is None else user.get_username()
        if name and name.lower() in password.lower():
            raise ValidationError("密码里不能有账号。")

    def get_help_text(self) -> str:
        return "不含账号"


class NotUsedBefore:
    """Not one of the last few, the present one among them."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if not isinstance(user, AccountRecord) or user.pk is None:
            return
        last = rules().differs_from_last
        used = [user.password, *user.passwords.values_list("digest", flat=True)][:last]
        if any(check_password(password, digest) for digest in used):
            raise ValidationError(f"最近 {last} 次用过的密码不能再用。")

    def get_help_text(self) -> str:
        return f"不与最近 {rules().differs_from_last} 次相同"
