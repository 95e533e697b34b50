from django.urls import path

from jiping.web.funds.views import books, ledgers, payments

urlpatterns = [
    path("funds/", books.funds, name="funds"),
    path("funds/ledger/", ledgers.ledgers, name="fund-ledgers"),
    path("funds/ledger/<int:pk>/", ledgers.ledger, name="fund-ledger"),
    path("funds/ledger/<int:pk>/confirm/", ledgers.confirm, name="fund-ledger-confirm"),
    path("funds/ledger/<int:pk>/withdraw/", ledgers.withdraw, name="fund-ledger-withdraw"),
    path("funds/payment/<int:pk>/", payments.payment, name="payment"),
    path("funds/payment/<int:pk>/approve/", payments.approve, name="payment-approve"),
    path("funds/payment/<int:pk>/return/", payments.send_back, name="payment-return"),
    path("funds/payment/<int:pk>/pay/", payments.pay, name="payment-pay"),
    path("funds/<int:pk>/", books.fund, name="fund"),
    path("funds/<int:pk>/budget/", books.budget, name="fund-budget"),
    path("funds/<int:pk>/line/<int:line>/change/", books.change, name="fund-change"),
    path("funds/<int:pk>/line/<int:line>/arrival/", books.arrival, name="fund-arrival"),
    path("funds/<int:pk>/line/<int:line>/close/", books.close, name="fund-close"),
    path("funds/<int:pk>/ask/", payments.ask, name="payment-ask"),
    path("funds/<int:pk>/receipt/<str:number>/", books.receipt, name="fund-receipt"),
    path("funds/<int:pk>/receipt/<str:number>/keep/", books.keep, name="fund-receipt-keep"),
]
