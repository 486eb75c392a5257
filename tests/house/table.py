"""Which door answers what to whom. One row per address; an address that is not here fails the tests."""

from django.urls import reverse
from django.utils import timezone

from appraisal.proposals import proposed

COLUMNS = {
    "anonymous": {None},
    "desk": {"officer", "colleague"},
    "clerks": {"clerk"},
    "inquirers": {"inquirer"},
    "director": {"director", "deputy"},
    "lead": {"water_liaison", "water_head"},
    "co": {"roads_liaison"},
    "others": {"finance_liaison", "school_liaison", "school_head", "horse_liaison", "stranger"},
    "leaders": {"magistrate", "vice"},
    "administrators": {"system", "security", "audit"},
}
# A GET of each address, and the officer's POST of an empty form (405: the address knows no POST).
TABLE = """
address                          anonymous desk  clerks inquirers director lead co  others leaders administrators post
desk:home                        302       200   200    200       200      200  200 200    302     200            405
desk:desk                        302       200   200    200       200      200  200 200    200     200            405
desk:do                          302       404   404    404       404      404  302 404    404     404            405
desk:signing                     302       302   302    302       302      302  302 302    302     302            302
desk:chain                       302       200   404    404       200      200  200 404    200     404            405
desk:print_chain                 302       200   404    404       200      200  200 404    200     404            405
desk:proposals                   302       200   200    200       200      404  404 404    404     404            405
desk:search                      302       200   200    200       200      200  200 200    200     200            405
login                            200       302   302    302       302      302  302 302    302     302            302
logout                           302       405   405    405       405      405  405 405    405     405            302
password_change                  302       200   200    200       200      200  200 200    200     200            200
password_change_done             302       200   200    200       200      200  200 200    200     200            405
settings                         302       200   200    200       200      200  200 200    200     200            200
second_factor                    302       302   302    302       302      302  302 302    302     302            302
account                          302       200   200    200       200      200  200 200    200     200            405
end_logins                       302       405   405    405       405      405  405 405    405     405            302
enrol                            302       200   200    200       200      200  200 200    200     200            200
drop_factor                      302       200   200    200       200      200  200 200    200     200            200
manual:contents                  302       200   200    200       200      200  200 200    200     200            405
manual:chapter                   302       200   200    200       200      200  200 200    200     200            405
manual:booklet                   302       200   200    200       200      200  200 200    200     200            405
manual:procedure                 302       200   200    200       200      200  200 200    200     200            405
manual:printed_procedure         302       200   200    200       200      200  200 200    200     200            405
manual:preamble                  302       404   404    404       200      404  404 404    404     keeper         404
manual:tour                      302       405   405    405       405      405  405 405    405     405            302
healthz                          200       200   200    200       200      200  200 200    200     200            405
matters:assignment               302       302   404    404       302      200  404 404    404     404            200
matters:reply                    302       200   404    404       200      302  404 404    302     404            302
matters:file                     302       200   404    404       200      200  404 404    200     404            405
matters:look                     302       200   404    404       200      200  404 404    200     404            405
matters:leaf                     302       200   404    404       200      200  404 404    200     404            405
away                             302       200   200    200       200      200  200 200    200     200            200
matters:settle_change            302       200   404    404       200      404  404 404    404     404            200
matters:grants                   302       own   404    404       200      404  404 404    404     404            200
matters:hand_over                302       200   200    200       200      200  200 200    404     404            200
matters:confirming               302       200   200    200       200      200  200 200    200     200            302
matters:ledger                   302       200   200    200       200      200  200 200    200     200            405
matters:ledger/instructions      302       200   200    200       200      200  200 200    200     200            405
pages:columns                    302       405   405    405       405      405  405 405    405     405            302
pages:save_view                  302       405   405    405       405      405  405 405    405     405            404
pages:drop_view                  302       405   405    405       405      405  405 405    405     405            404
jobs:list                        302       200   200    200       200      200  200 200    200     200            405
jobs:page                        302       own   404    404       404      404  404 404    404     404            405
jobs:file                        302       own   404    404       404      404  404 404    404     404            405
notices:list                     302       200   200    200       200      200  200 200    200     200            302
notices:open                     302       led   404    404       404      404  404 404    404     404            405
notices:settings                 302       200   200    200       200      200  200 200    200     200            200
notices:test                     302       405   405    405       405      405  405 405    405     405            302
notices:failures                 302       404   404    404       404      404  404 404    404     keeper         404
notices:clock                    302       404   404    404       404      404  404 404    404     keeper         404
appointments                     302       404   404    404       404      404  404 404    404     two            404
requirements                     302       404   404    404       404      404  404 404    404     guard          404
audit:lines                      302       404   404    404       404      404  404 404    404     auditor        405
audit:check                      302       405   405    405       405      405  405 405    405     405            404
ops:page                         302       404   404    404       404      404  404 404    404     keeper         404
urging:home                      302       200   200    200       200      404  404 404    404     404            200
urging:issue                     302       200   404    404       200      404  404 404    404     404            302
urging:waive                     302       200   404    404       200      404  404 404    404     404            200
urging:list                      302       200   200    200       200      200  200 200    200     200            405
urging:units                     302       200   200    200       200      404  404 404    404     404            405
urging:unit                      302       200   200    200       200      200  404 404    200     404            405
urging:page                      302       200   404    404       200      200  404 404    200     404            405
urging:step                      302       302   404    404       302      200  404 404    302     404            200
urging:printed                   302       200   404    404       200      200  404 404    200     404            405
vault:lines                      302       404   404    404       200      404  404 404    404     auditor        405
vault:permits                    302       404   404    404       200      404  404 404    404     404            404
vault:open                       302       own   404    own       200      404  404 404    404     404            200
vault:letter                     302       own   404    own       200      404  404 404    404     404            200
vault:correct                    302       own   404    own       200      404  404 404    404     404            200
directives:list                  302       200   200    200       200      200  200 200    200     200            405
directives:list/board            302       200   200    200       200      200  200 200    200     200            405
directives:list/calendar         302       200   200    200       200      200  200 200    200     200            405
directives:import                302       200   404    404       200      404  404 404    404     404            422
directives:intake                302       own   404    404       404      404  404 404    404     404            409
directives:intake_file           302       own   404    404       404      404  404 404    404     404            405
directives:intake_look           302       own   404    404       404      404  404 404    404     404            405
directives:intake_leaf           302       404   404    404       404      404  404 404    404     404            405
directives:restore_intake        302       led   404    404       404      404  404 404    404     404            302
directives:course                302       200   404    404       200      404  404 404    404     404            405
directives:sources               302       200   404    404       200      404  404 404    404     404            405
directives:new_source            302       200   404    404       200      404  404 404    404     404            200
directives:new_hot_issue         302       200   404    404       200      404  404 404    404     404            200
directives:source                302       200   404    404       200      404  404 404    404     404            405
directives:source_file           302       200   404    404       200      404  404 404    404     404            405
directives:source_text           302       200   404    404       200      404  404 404    404     404            405
directives:source_look           302       200   404    404       200      404  404 404    404     404            405
directives:source_leaf           302       404   404    404       404      404  404 404    404     404            405
directives:sittings              302       200   404    404       200      404  404 404    404     404            405
directives:new_sitting           302       200   404    404       200      404  404 404    404     404            200
directives:sitting               302       200   404    404       200      404  404 404    404     404            405
directives:edit_sitting          302       200   404    404       200      404  404 404    404     404            200
directives:expect                302       200   404    404       200      404  404 404    404     404            200
directives:minutes               302       200   404    404       200      404  404 404    404     404            200
directives:no_minutes            302       200   404    404       200      404  404 404    404     404            200
directives:tick                  302       200   404    404       200      404  404 404    404     404            200
directives:leave_out             302       200   404    404       200      404  404 404    404     404            200
directives:take_back_tick        302       302   404    404       302      404  404 404    404     404            302
directives:register              302       200   404    404       200      404  404 404    404     404            200
directives:batch                 302       200   404    404       200      404  404 404    404     404            302
directives:page                  302       200   404    404       200      200  200 404    200     404            405
directives:page/draft            302       200   404    404       200      404  404 404    404     404            405
directives:page/sealed           302       own   404    404       200      404  404 404    all     404            405
directives:edit                  302       200   404    404       200      404  404 404    404     404            200
directives:step                  302       302   404    404       200      302  302 404    302     404            200
directives:notice                302       200   404    404       200      200  200 404    200     404            405
suggestions:list                 302       200   200    200       200      200  200 200    200     200            405
suggestions:list/board           302       200   200    200       200      200  200 200    200     200            405
suggestions:list/calendar        302       200   200    200       200      200  200 200    200     200            405
suggestions:new                  302       200   200    200       200      404  404 404    404     404            200
suggestions:figures              302       200   200    200       200      404  404 404    200     404            405
suggestions:batch                302       200   200    200       200      404  404 404    404     404            302
suggestions:page                 302       200   200    200       200      200  404 404    all     404            405
suggestions:page/draft           302       200   200    200       200      404  404 404    404     404            405
suggestions:edit                 302       200   200    200       200      404  404 404    404     404            200
suggestions:letter               302       200   200    200       200      200  404 404    all     404            405
suggestions:step                 302       302   302    302       302      200  404 404    told    404            200
directives:ledger                302       200   200    200       200      200  200 200    200     200            405
instructions:list                302       200   200    200       200      200  200 200    200     200            405
instructions:list/board          302       200   200    200       200      200  200 200    200     200            405
instructions:list/calendar       302       200   200    200       200      200  200 200    200     200            405
instructions:figures             302       200   404    404       200      404  404 404    200     404            405
instructions:monthly             302       200   404    404       200      404  404 404    200     404            405
instructions:archive             302       200   404    404       200      404  404 404    200     404            200
instructions:batch               302       200   404    404       200      404  404 404    404     404            302
instructions:new                 302       200   404    404       200      404  404 404    404     404            200
instructions:page                302       200   404    404       200      200  200 404    all     404            405
instructions:page/new            302       200   404    404       200      404  404 404    all     404            405
instructions:page/sealed         302       own   404    404       200      404  404 404    all     404            405
instructions:edit                302       200   404    404       200      404  404 404    404     404            200
instructions:again               302       200   404    404       200      404  404 404    404     404            200
instructions:step                302       302   404    404       200      302  302 404    told    404            200
public:report                    404       404   404    404       404      404  404 404    404     404            404
public:look                      404       404   404    404       404      404  404 404    404     404            404
inspections:list                 302       200   200    200       200      200  200 200    200     200            405
inspections:list/board           302       200   200    200       200      200  200 200    200     200            405
inspections:list/calendar        302       200   200    200       200      200  200 200    200     200            405
inspections:new                  302       200   404    404       200      404  404 404    404     404            200
inspections:worker               302       200   200    200       200      200  200 200    200     200            405
inspections:burden               302       200   404    404       200      404  404 404    404     404            405
inspections:page                 302       200   404    404       200      404  404 404    all     404            405
inspections:page/draft           302       200   404    404       200      404  404 404    all     404            405
inspections:page/served          302       200   404    404       200      200  404 404    all     404            405
inspections:edit                 302       200   404    404       200      404  404 404    404     404            200
inspections:look_back            302       200   404    404       200      404  404 404    404     404            200
inspections:plan                 302       200   404    404       200      404  404 404    all     404            405
inspections:step                 302       leads 404    404       leads    404  404 404    told    404            302
inspections:target               302       200   404    404       200      404  404 404    all     404            405
inspections:target/served        302       200   404    404       200      404  404 404    all     404            405
inspections:send_finding         302       302   404    404       302      404  404 404    told    404            409
inspections:send_signature       302       302   404    404       302      404  404 404    told    404            409
inspections:supervise            302       200   404    404       200      404  404 404    told    404            200
inspections:verify               302       302   404    404       302      404  404 404    told    404            200
inspections:propose_use          302       leads 404    404       leads    404  404 404    told    404            200
inspections:record               302       200   404    404       200      404  404 404    all     404            405
inspections:conclusion           302       200   404    404       200      404  404 404    all     404            405
inspections:target_step          302       302   404    404       302      404  404 404    told    404            200
inspections:use_step             302       302   404    404       302      404  404 404    all     404            409
matters:service                  302       200   404    404       200      200  404 404    all     404            405
matters:service_file             302       200   404    404       200      200  404 404    all     404            405
matters:service_look             302       200   404    404       200      200  404 404    all     404            405
matters:service_leaf             302       200   404    404       200      200  404 404    all     404            405
matters:service_step             302       302   404    404       302      302  404 404    told    404            302
matters:contest_step             302       302   404    404       302      302  404 404    all     404            200
complaints:list                  302       200   200    200       200      200  200 200    200     200            405
complaints:list/board            302       200   200    200       200      200  200 200    200     200            405
complaints:list/calendar         302       200   200    200       200      200  200 200    200     200            405
complaints:new                   302       404   200    404       200      404  404 404    404     404            404
complaints:figures               302       404   200    404       200      404  404 404    200     404            404
complaints:receptions            302       404   200    404       200      404  404 404    404     404            404
complaints:reception             302       404   200    404       200      404  404 404    404     404            404
complaints:import                302       404   200    404       200      404  404 404    404     404            404
complaints:visits                302       404   200    404       200      404  404 404    404     404            404
complaints:new_visit             302       404   200    404       200      404  404 404    404     404            404
complaints:visit                 302       404   200    404       200      404  404 404    404     404            404
complaints:answer_question       302       404   200    404       200      404  404 404    404     404            404
complaints:complain_question     302       404   200    404       200      404  404 404    404     404            404
complaints:supervise_question    302       404   302    404       200      404  404 404    404     404            404
complaints:representative        302       404   200    404       200      404  404 404    404     404            404
complaints:batch                 302       404   200    404       200      404  404 404    404     404            404
complaints:page                  302       404   200    404       200      200  200 404    all     404            405
complaints:page/new              302       404   200    404       200      404  404 404    404     404            405
complaints:edit                  302       404   200    404       200      404  404 404    404     404            404
complaints:coordinate            302       404   200    404       200      404  404 404    404     404            404
complaints:carry_out             302       404   200    404       200      404  404 404    404     404            404
complaints:paper                 302       404   200    404       200      200  200 404    all     404            405
complaints:paper/form            302       404   200    404       200      404  404 404    404     404            405
complaints:hearing               302       404   200    404       200      404  404 404    404     404            404
complaints:coordination          302       404   200    404       200      404  404 404    404     404            404
complaints:step                  302       404   302    404       200      302  302 404    told    404            404
reports:list                     302       200   200    200       200      200  200 200    200     200            405
reports:new                      302       200   200    200       200      404  404 404    404     404            409
reports:new_told                 302       404   200    404       200      404  404 404    404     404            404
reports:new_special              302       200   200    200       200      404  404 404    404     404            302
reports:figures                  302       200   200    200       200      404  404 404    200     404            405
reports:burden                   302       404   404    404       200      404  404 404    404     404            405
reports:volumes                  302       200   200    200       200      200  200 200    200     200            200
reports:mailings                 302       200   200    200       200      404  404 404    404     404            405
reports:new_mailing              302       200   200    200       200      404  404 404    404     404            200
reports:mailing                  302       200   200    200       200      404  404 404    404     404            200
reports:layouts                  302       200   200    200       200      404  404 404    404     404            405
reports:new_layout               302       200   200    200       200      404  404 404    404     404            200
reports:samples                  302       200   200    200       200      404  404 404    404     404            405
reports:layout                   302       200   200    200       200      404  404 404    404     404            200
reports:page                     302       200   200    200       200      404  404 404    404     404            405
reports:page/issued              302       200   200    200       200      200  200 200    200     404            405
reports:page/special             302       200   200    200       200      404  404 404    all     404            405
reports:edit                     302       200   200    200       200      404  404 404    404     404            200
reports:pdf                      302       200   200    200       200      404  404 404    404     404            405
reports:pdf/issued               302       200   200    200       200      200  200 200    200     404            405
reports:pdf/special              302       200   200    200       200      404  404 404    all     404            405
reports:cover                    302       200   200    200       200      404  404 404    404     404            405
reports:leaf                     302       200   200    200       200      404  404 404    404     404            405
reports:leaf/issued              302       200   200    200       200      200  200 200    200     404            405
reports:leaf/special             302       200   200    200       200      404  404 404    all     404            405
reports:word                     302       200   200    200       200      200  200 200    200     404            405
reports:word/special             302       200   200    200       200      404  404 404    404     404            405
reports:copies                   302       200   200    200       200      404  404 404    404     404            405
reports:correct                  302       405   405    405       405      404  404 404    404     404            302
reports:insert                   302       200   200    200       200      404  404 404    404     404            200
reports:edit_insert              302       200   200    200       200      404  404 404    404     404            200
reports:drop_insert              302       405   405    405       405      404  404 404    404     404            302
reports:versions                 302       200   200    200       200      404  404 404    404     404            404
reports:comment                  302       405   405    405       405      405  405 405    405     405            200
reports:objection                302       302   200    200       parted   404  404 404    404     404            200
reports:step                     302       200   200    200       200      404  404 404    404     404            302
interface:clients                302       404   404    404       404      404  404 404    404     two            404
interface:new                    302       404   404    404       404      404  404 404    404     keeper         404
interface:undelivered            302       404   404    404       404      404  404 404    404     keeper         404
interface:described              302       404   404    404       404      404  404 404    404     two            405
interface:schema                 302       404   404    404       404      404  404 404    404     two            405
interface:package                302       404   404    404       200      404  404 404    404     404            404
api:ledgers                      401       401   401    401       401      401  401 401    401     401            405
api:ledger                       401       401   401    401       401      401  401 401    401     401            405
api:matter                       401       401   401    401       401      401  401 401    401     401            405
api:figures                      401       401   401    401       401      401  401 401    401     401            405
api:bulletins                    401       401   401    401       401      401  401 401    401     401            405
api:bulletin                     401       401   401    401       401      401  401 401    401     401            405
api:bulletin_pdf                 401       401   401    401       401      401  401 401    401     401            405
api:orders                       405       405   405    405       405      405  405 405    405     405            401
api:documents                    405       405   405    405       405      405  405 405    405     405            401
leading:home                     302       404   404    404       404      404  404 404    200     404            404
leading:cockpit                  302       404   404    404       404      404  404 404    200     404            404
leading:office                   302       404   404    404       200      404  404 404    404     404            404
leading:monthly                  302       404   404    404       200      404  404 404    404     404            404
leading:monthly_draft            302       404   404    404       200      404  404 404    404     404            404
leading:half                     302       404   404    404       200      404  404 404    404     404            404
leading:half_draft               302       404   404    404       200      404  404 404    404     404            404
leading:deciding                 302       404   404    404       404      404  404 404    302     404            404
leading:mine                     302       404   404    404       404      404  404 404    200     404            404
leading:card                     302       404   404    404       404      404  404 404    all     404            404
leading:instruct                 302       404   404    404       404      404  404 404    200     404            404
leading:instruct/matter          302       404   404    404       404      404  404 404    200     404            404
leading:instruct/special         302       404   404    404       404      404  404 404    all     404            404
leading:ink                      302       404   404    404       404      404  404 404    200     404            404
leading:ink/special              302       404   404    404       404      404  404 404    all     404            404
leading:picture                  302       200   404    404       200      404  404 404    all     404            405
leading:bulletin                 302       404   404    404       404      404  404 404    200     404            404
leading:bulletin/special         302       404   404    404       404      404  404 404    all     404            404
leading:leaf                     302       404   404    404       404      404  404 404    200     404            404
leading:leaf/special             302       404   404    404       404      404  404 404    all     404            404
accountability:list              302       200   200    200       200      200  200 200    200     200            405
accountability:list/board        302       200   200    200       200      200  200 200    200     200            405
accountability:list/calendar     302       200   200    200       200      200  200 200    200     200            405
accountability:new               302       200   200    200       200      404  404 404    404     404            200
accountability:figures           302       404   404    200       200      404  404 404    200     404            404
accountability:clearances        302       404   404    200       200      404  404 404    404     404            404
accountability:new_clearance     302       404   404    200       200      404  404 404    404     404            404
accountability:clearance         302       404   404    200       200      404  404 404    404     404            404
accountability:sign_clearance    302       404   404    302       200      404  404 404    404     404            404
accountability:clearance_file    302       404   404    200       200      404  404 404    404     404            404
accountability:interests         302       200   200    200       200      404  404 404    404     404            200
accountability:withdraw_interest 302       own   404    404       404      404  404 404    404     404            302
accountability:page              302       404   404    200       200      404  404 404    404     404            405
accountability:page/decided      302       404   404    200       200      404  404 404    all     404            405
accountability:edit              302       404   404    200       200      404  404 404    404     404            404
accountability:involve           302       404   404    200       200      404  404 404    404     404            404
accountability:avoid             302       404   404    302       200      404  404 404    404     404            404
accountability:gather            302       404   404    302       302      404  404 404    404     404            404
accountability:new_interview     302       404   404    302       302      404  404 404    404     404            404
accountability:deliberate        302       404   404    302       302      404  404 404    404     404            404
accountability:step              302       404   404    200       200      404  404 404    404     404            404
accountability:subject           302       404   404    200       200      404  404 404    all     404            405
accountability:subject_step      302       404   404    200       200      404  404 404    404     404            404
accountability:sanction_step     302       404   404    200       200      404  404 404    told    404            404
accountability:weigh             302       404   404    302       200      404  404 404    404     404            404
accountability:record            302       404   404    200       200      404  404 404    all     404            405
accountability:dossier           302       404   404    200       200      404  404 404    all     404            405
accountability:explanation       302       404   404    200       200      404  404 404    404     404            405
accountability:interview         302       404   404    200       200      404  404 404    all     404            405
accountability:meeting           302       404   404    200       200      404  404 404    all     404            405
accountability:talk              302       404   404    200       200      404  404 404    all     404            405
accountability:plea              302       404   404    200       200      404  404 404    all     404            405
accountability:paper             302       404   404    200       200      404  404 404    all     404            405
accountability:paper_file        302       404   404    200       200      404  404 404    all     404            405
accountability:paper_leaf        302       404   404    200       200      404  404 404    all     404            405
cadres:list                      302       404   404    200       200      404  404 404    all     404            405
cadres:new                       302       404   404    200       200      404  404 404    404     404            404
cadres:several                   302       404   404    200       200      404  404 404    404     404            404
cadres:page                      302       404   404    200       200      head 404 404    all     404            405
cadres:mend                      302       404   404    200       200      404  404 404    404     404            404
cadres:appoint                   302       404   404    200       200      404  404 404    404     404            404
cadres:leave                     302       404   404    200       200      404  404 404    404     404            404
cadres:end                       302       404   404    200       200      404  404 404    404     404            404
matters:service/person           302       404   404    200       200      head 404 404    all     404            405
matters:service_slip             302       404   404    200       200      404  404 404    404     404            405
accountability:proposals         302       404   404    200       200      404  404 404    404     404            404
accountability:take_up           302       404   404    404       404      404  404 404    404     404            404
accountability:dismiss_proposal  302       404   404    404       404      404  404 404    404     404            404
reports:new_circular             302       404   404    404       404      404  404 404    404     404            404
matters:changes                  302       200   404    404       200      200  200 200    404     404            200
matters:changeable               302       200   404    404       200      200  200 200    404     404            405
matters:reimport                 302       own   404    404       404      404  404 404    404     404            302
matters:task                     302       404   404    404       404      200  404 404    404     404            404
matters:inner_file               302       404   404    404       404      200  404 404    404     404            405
matters:inner_look               302       404   404    404       404      200  404 404    404     404            405
matters:inner_leaf               302       404   404    404       404      200  404 404    404     404            405
appraisal:list                   302       200   200    200       200      200  200 200    200     200            405
appraisal:list/board             302       200   200    200       200      200  200 200    200     200            405
appraisal:list/calendar          302       200   200    200       200      200  200 200    200     200            405
appraisal:new                    302       404   404    404       200      404  404 404    404     404            404
appraisal:schemes                302       200   200    200       200      200  200 200    200     200            405
appraisal:new_scheme             302       404   404    404       200      404  404 404    404     404            404
appraisal:scheme                 302       200   200    200       200      200  200 200    200     404            405
appraisal:scheme/draft           302       404   404    404       200      404  404 404    404     404            405
appraisal:edit_scheme            302       404   404    404       200      404  404 404    404     404            404
appraisal:drop_scheme            302       404   404    404       200      404  404 404    404     404            404
appraisal:copy_scheme            302       404   404    404       200      404  404 404    404     404            404
appraisal:scheme_document        302       200   200    200       200      200  200 200    200     404            405
appraisal:export_indicators      302       404   404    404       200      404  404 404    404     404            405
appraisal:import_indicators      302       404   404    404       200      404  404 404    404     404            404
appraisal:export_grid            302       404   404    404       200      404  200 404    404     404            405
appraisal:import_grid            302       404   404    404       200      404  200 404    404     404            404
appraisal:export_adjustments     302       404   404    404       200      200  200 404    all     404            405
appraisal:register               302       404   404    404       200      200  200 404    all     404            405
appraisal:export_scores          302       404   404    404       200      200  200 404    all     404            405
appraisal:new_indicator          302       404   404    404       200      404  404 404    404     404            404
appraisal:new_rule               302       404   404    404       200      404  404 404    404     404            404
appraisal:usual_rules            302       404   404    404       200      404  404 404    404     404            404
appraisal:scheme_step            302       404   404    404       200      404  404 404    404     404            404
appraisal:indicator              302       404   404    404       200      404  404 404    404     404            404
appraisal:drop_indicator         302       404   404    404       200      404  404 404    404     404            404
appraisal:rule                   302       404   404    404       200      404  404 404    404     404            404
appraisal:drop_rule              302       404   404    404       200      404  404 404    404     404            404
appraisal:proposals              302       404   404    404       200      404  404 404    404     404            404
appraisal:take_up                302       404   404    404       200      404  404 404    404     404            404
appraisal:leave_out              302       404   404    404       200      404  404 404    404     404            404
appraisal:adjustment             302       404   404    404       200      200  404 404    all     404            405
appraisal:adjustment_step        302       404   404    404       200      302  404 404    told    404            404
appraisal:unit                   302       404   404    404       200      200  404 404    all     404            405
appraisal:unit/told              302       404   404    404       200      200  404 404    all     404            405
appraisal:self_report            302       404   404    404       302      200  404 404    told    404            404
appraisal:print_self_report      302       404   404    404       200      200  404 404    all     404            405
appraisal:export_self_report     302       404   404    404       200      200  404 404    all     404            405
appraisal:print_scores           302       404   404    404       200      200  404 404    all     404            405
appraisal:export_unit_scores     302       404   404    404       200      200  404 404    all     404            405
appraisal:unit_step              302       404   404    404       302      200  404 404    told    404            404
appraisal:meeting                302       404   404    404       200      404  404 404    all     404            405
appraisal:page                   302       404   404    404       200      200  200 404    all     404            405
appraisal:page/published         302       404   404    404       200      200  200 404    all     404            405
appraisal:grid                   302       404   404    404       200      404  200 404    404     404            405
appraisal:fill_grid              302       404   404    404       200      404  200 404    404     404            404
appraisal:adjustments            302       404   404    404       200      200  200 404    all     404            405
appraisal:new_adjustment         302       404   404    404       200      404  404 404    404     404            404
appraisal:deliberate             302       404   404    404       302      404  404 404    404     404            404
appraisal:results                302       404   404    404       200      200  200 404    all     404            405
appraisal:what_if                302       404   404    404       200      404  404 404    404     404            404
appraisal:publicity              302       404   404    404       200      404  404 404    all     404            405
appraisal:announcement           302       404   404    404       200      200  200 404    all     404            405
appraisal:step                   302       404   404    404       200      302  302 404    told    404            404
ballots:new                      302       404   404    404       200      404  404 404    404     404            404
ballots:list                     302       404   404    404       200      404  404 404    all     404            405
ballots:page                     302       404   404    404       200      404  404 404    all     404            405
ballots:page/closed              302       404   404    404       200      404  404 404    all     404            405
ballots:edit                     302       404   404    404       302      404  404 404    404     404            404
ballots:codes                    302       404   404    404       200      404  404 404    404     404            404
ballots:cancel_codes             302       404   404    404       200      404  404 404    404     404            404
ballots:hand_out                 302       404   404    404       200      404  404 404    404     404            404
ballots:count                    302       404   404    404       200      404  404 404    404     404            404
ballots:count_sheet              302       404   404    404       200      404  404 404    all     404            405
ballots:ballot                   302       404   404    404       200      404  404 404    all     404            405
ballots:results                  302       404   404    404       200      404  404 404    all     404            405
ballots:export_results           302       404   404    404       200      404  404 404    all     404            405
ballots:feed                     302       404   404    404       302      404  404 404    404     404            404
ballots:step                     302       404   404    404       200      404  404 404    told    404            404
voting:vote                      200       200   200    200       200      200  200 200    200     200            422
merits:uses                      302       404   404    200       200      404  404 404    all     404            404
merits:counted                   302       404   404    200       200      404  404 404    all     404            404
merits:review                    302       404   404    200       200      404  404 404    all     404            404
merits:review/before             302       404   404    404       200      404  404 404    all     404            404
merits:merit                     302       404   404    200       200      404  404 404    all     404            404
merits:approval_form             302       404   404    200       200      404  404 404    all     404            404
merits:export_roll               302       404   404    200       200      404  404 404    all     404            404
merits:export_uses               302       404   404    200       200      404  404 404    all     404            404
merits:use_paper                 302       404   404    200       200      404  404 404    all     404            404
merits:cadre                     302       404   404    200       200      404  404 404    all     404            405
merits:unit                      302       404   404    404       200      200  404 404    all     404            405
merits:weights                   302       404   404    404       200      404  404 404    404     404            404
merits:usual_uses                302       404   404    404       200      404  404 404    404     404            404
merits:begin                     302       404   404    404       302      404  404 404    404     404            404
merits:fill                      302       404   404    404       302      404  404 404    404     404            404
merits:deliberate                302       404   404    404       302      404  404 404    404     404            404
merits:propose                   302       404   404    404       200      404  404 404    404     404            404
merits:propose_usual             302       404   404    404       200      404  404 404    404     404            404
merits:step                      302       404   404    302       200      404  404 404    told    404            404
merits:use_step                  302       404   404    302       200      404  404 404    told    404            404
"""
# The two answers that differ within a column.
OWN = {
    "officer": 200
}  # the job's, the intake's, the sealed matter's, the identity's own officer; for the colleague none exists
LED = {"officer": 302}  # the notice's own reader is led to its matter
KEEPER = {"system": 200}  # of the three administrators
TWO = {"system": 200, "security": 200}  # who asks and who confirms
AUDITOR = {"audit": 200}
GUARD = {"security": 200}
PARTED = {"deputy": 200, "director": 302}  # who made the issue is led back with the reason
LEADS = {
    "officer": 200,
    "deputy": 200,
    "colleague": 302,
    "director": 302,
}  # plans the visits, or leads the team
ALL = {"magistrate": 200}  # in charge of the whole function; the vice only of water, and of no instructions
TOLD = {"magistrate": 302}  # sees the matter, and is told whose step that is
HIMSELF = {"water_head": 200}  # on whom it was served, whose name it is
SPECIAL = {
    "head": HIMSELF,
    "parted": PARTED,
    "leads": LEADS,
    "own": OWN,
    "all": ALL,
    "keeper": KEEPER,
    "two": TWO,
    "auditor": AUDITOR,
    "guard": GUARD,
    "led": LED,
    "told": TOLD,
}


def rows() -> dict[str, dict]:
    """Address → answer by person's name (None: nobody), and under "post" the officer's POST."""
    head, *lines = (line.split() for line in TABLE.strip().splitlines())
    return {line[0]: answers(dict(zip(head[1:], line[1:], strict=True))) for line in lines}


def answers(row: dict[str, str]) -> dict:
    found = {"post": int(row["post"])}
    for column, names in COLUMNS.items():
        special = SPECIAL.get(row[column])
        for name in names:
            found[name] = special.get(name, 404) if special else int(row[column])
    return found


def appraised(scene) -> dict[str, tuple]:
    """Of the room of appraisal: address → what its URL is made of."""
    draft, in_force = scene.scheme, scene.period.schemes.get()
    leaf, rule = draft.indicators.get(code="1.1"), draft.adjustment_rules.first()
    asked = in_force.indicators.get(code="1.2")
    proposal = proposed(scene.period)[0]
    named = (proposal.appraised.pk, proposal.happening.key)
    schemes = (
        "export_indicators",
        "import_indicators",
        "edit_scheme",
        "drop_scheme",
        "copy_scheme",
        "new_indicator",
        "new_rule",
        "usual_rules",
    )
    periods = ("grid", "adjustments", "export_adjustments", "register", "new_adjustment", "deliberate")
    halves = ("results", "export_scores", "what_if", "publicity", "announcement")
    return {
        **{f"appraisal:{name}": (draft.pk,) for name in schemes},
        **{f"appraisal:{name}": (scene.period.pk,) for name in periods},
        **{f"appraisal:{name}": (scene.half.pk,) for name in halves},
        "appraisal:scheme": (in_force.pk,),
        "appraisal:scheme/draft": (draft.pk,),
        "appraisal:scheme_document": (in_force.pk,),
        "appraisal:scheme_step": (draft.pk, "propose"),
        "appraisal:indicator": (leaf.pk,),
        "appraisal:drop_indicator": (leaf.pk,),
        "appraisal:rule": (rule.pk,),
        "appraisal:drop_rule": (rule.pk,),
        "appraisal:take_up": named,
        "appraisal:leave_out": named,
        "appraisal:adjustment": (scene.adjustment.pk,),
        "appraisal:adjustment_step": (scene.adjustment.pk, "approve_adjustment"),
        "appraisal:unit": (scene.appraised.pk,),
        "appraisal:unit/told": (scene.scored.pk,),
        "appraisal:self_report": (scene.appraised.pk,),
        "appraisal:print_self_report": (scene.appraised.pk,),
        "appraisal:export_self_report": (scene.appraised.pk,),
        "appraisal:print_scores": (scene.scored.pk,),
        "appraisal:export_unit_scores": (scene.scored.pk,),
        "appraisal:unit_step": (scene.appraised.pk, "report"),
        "appraisal:meeting": (scene.meeting_on_scores.pk,),
        "appraisal:page": (scene.period.pk,),
        "appraisal:page/published": (scene.half.pk,),
        **{
            f"appraisal:{name}": (scene.period.pk, asked.pk)
            for name in ("fill_grid", "export_grid", "import_grid")
        },
        "appraisal:step": (scene.period.pk, "close_collection"),
    }


def voted(scene) -> dict[str, tuple]:
    """Of polls, likewise."""
    by_codes, on_paper = scene.ended.groups.all()
    by_phone = scene.poll.groups.first()
    return {
        **{f"ballots:{name}": (scene.poll.pk,) for name in ("page", "edit")},
        **{f"ballots:{name}": (by_phone.pk,) for name in ("codes", "cancel_codes", "hand_out")},
        **{
            f"ballots:{name}": (scene.ended.pk,)
            for name in ("page/closed", "results", "export_results", "feed")
        },
        "ballots:list": (scene.period.pk,),
        "ballots:new": (scene.period.pk,),
        "ballots:count": (on_paper.pk,),
        "ballots:count_sheet": (by_codes.pk,),
        "ballots:ballot": (on_paper.pk,),
        "ballots:step": (scene.poll.pk, "void"),
    }


def of_cadres(scene) -> dict[str, tuple]:
    """Of the grades of cadres and what is made of them."""
    reviews = ("review", "approval_form", "export_roll", "export_uses", "fill", "deliberate", "propose_usual")
    return {
        **{f"merits:{name}": (scene.half.pk,) for name in reviews},
        "merits:review/before": (scene.period.pk,),
        "merits:begin": (scene.period.pk,),
        "merits:merit": (scene.merit.pk,),
        "merits:propose": (scene.merit.pk,),
        "merits:cadre": (scene.merit.cadre_id,),
        "merits:unit": (scene.county.water.pk,),
        "merits:use_paper": (scene.merit.uses.get(kind="praise").pk,),
        "merits:step": (scene.half.review.pk, "tell"),
        "merits:use_step": (scene.merit.uses.get(kind="promote").pk, "agree"),
    }


def this_half() -> str:
    return "h1" if timezone.localdate().month <= 6 else "h2"


def places(scene) -> dict[str, str]:
    """Address → its URL in the scene."""
    numbered = {
        "desk:do": (scene.duty.pk,),
        "desk:chain": ("matter", scene.running.pk),
        "desk:print_chain": ("matter", scene.running.pk),
        "matters:settle_change": (scene.changed.pk,),
        "manual:chapter": ("units",),
        "manual:procedure": ("complaints",),
        "manual:printed_procedure": ("units",),
        "manual:preamble": ("directives",),
        "matters:assignment": (scene.part.pk, "reply"),
        "matters:task": (scene.task.pk, "pass_on"),
        "matters:inner_file": (scene.inner.pk,),
        "matters:inner_look": (scene.inner.pk,),
        "matters:inner_leaf": (scene.inner.pk, 1),
        "matters:reply": (scene.reply.pk, "accept"),
        "matters:file": (scene.file.pk,),
        "matters:look": (scene.file.pk,),
        "matters:leaf": (scene.file.pk, 1),
        "matters:grants": (scene.running.pk,),
        "matters:changes": ("directives",),
        "matters:changeable": ("directives",),
        "matters:reimport": (scene.reimport.pk,),
        "matters:ledger": ("directives",),
        "matters:ledger/instructions": ("instructions",),
        "pages:columns": ("directives:list",),
        "pages:save_view": ("directives:nowhere",),
        "pages:drop_view": (1,),
        "jobs:page": (scene.job.pk,),
        "jobs:file": (scene.job.pk,),
        "notices:open": (scene.notice.pk,),
        "urging:issue": (scene.duty.pk, "slip"),
        "urging:waive": (scene.duty.pk, "slip"),
        "urging:unit": (scene.county.water.pk,),
        "urging:page": (scene.slip.pk,),
        "urging:step": (scene.slip.pk, "answer"),
        "urging:printed": (scene.slip.pk,),
        "vault:permits": (scene.running.pk,),
        "vault:open": (scene.identity.key,),
        "vault:letter": (scene.letter.key,),
        "vault:correct": (scene.identity.key,),
        "directives:intake": (scene.intake.pk,),
        "directives:intake_file": (scene.intake.pk,),
        "directives:intake_look": (scene.intake.pk,),
        "directives:intake_leaf": (scene.intake.pk, 1),
        "directives:restore_intake": (scene.intake.pk,),
        "directives:source": (scene.source.pk,),
        "directives:course": (scene.source.pk,),
        "directives:source_file": (scene.source.pk,),
        "directives:source_text": (scene.source.pk,),
        "directives:source_look": (scene.source.pk,),
        "directives:source_leaf": (scene.source.pk, 1),
        "directives:sitting": (scene.sitting.pk,),
        "directives:edit_sitting": (scene.sitting.pk,),
        "directives:expect": (scene.sitting.pk,),
        "directives:minutes": (scene.sitting.pk,),
        "directives:no_minutes": (scene.sitting.pk,),
        "directives:tick": (scene.expected.pk,),
        "directives:leave_out": (scene.expected.pk,),
        "directives:take_back_tick": (scene.expected.pk,),
        "directives:register": (scene.source.pk,),
        "directives:batch": ("propose",),
        "directives:page": (scene.running.pk,),
        "directives:page/draft": (scene.draft.pk,),
        "directives:page/sealed": (scene.sealed.pk,),
        "directives:edit": (scene.draft.pk,),
        "directives:notice": (scene.running.pk,),
        "directives:step": (scene.running.pk, "suspend"),
        "suggestions:batch": ("propose",),
        "suggestions:page": (scene.suggested.pk,),
        "suggestions:page/draft": (scene.thought.pk,),
        "suggestions:edit": (scene.thought.pk,),
        "suggestions:letter": (scene.suggested.pk,),
        "suggestions:step": (scene.suggested.pk, "answer"),
        "instructions:batch": ("approve",),
        "instructions:page": (scene.instructed.pk,),
        "instructions:page/new": (scene.noted.pk,),
        "instructions:page/sealed": (scene.confided.pk,),
        "instructions:edit": (scene.noted.pk,),
        "instructions:again": (scene.answered.pk,),
        "instructions:step": (scene.instructed.pk, "suspend"),
        "complaints:reception": (scene.reception.pk,),
        "complaints:visit": (scene.visit.pk,),
        "complaints:answer_question": (scene.question.pk,),
        "complaints:complain_question": (scene.question.pk,),
        "complaints:supervise_question": (scene.question.pk,),
        "complaints:representative": (scene.heard.pk,),
        "complaints:batch": ("refuse",),
        "complaints:page": (scene.complained.pk,),
        "complaints:page/new": (scene.heard.pk,),
        "complaints:edit": (scene.heard.pk,),
        "complaints:coordinate": (scene.complained.pk,),
        "complaints:carry_out": (scene.complained.pk, scene.agreed.pk),
        "complaints:paper": (scene.complained.pk, "transfer"),
        "complaints:paper/form": (scene.complained.pk, "form"),
        "complaints:hearing": (scene.hearing.pk,),
        "complaints:coordination": (scene.coordination.pk,),
        "complaints:step": (scene.complained.pk, "suspend"),
        "inspections:page": (scene.visited.pk,),
        "inspections:page/draft": (scene.planned.pk,),
        "inspections:page/served": (scene.contested.pk,),
        "inspections:edit": (scene.planned.pk,),
        "inspections:look_back": (scene.looked.pk,),
        "inspections:plan": (scene.visited.pk,),
        "inspections:step": (scene.visited.pk, "finish"),
        "inspections:target": (scene.target.pk,),
        "inspections:target/served": (scene.use.target_id,),
        "inspections:send_finding": (scene.target.pk,),
        "inspections:send_signature": (scene.target.pk,),
        "inspections:supervise": (scene.target.pk, scene.finding.pk),
        "inspections:verify": (scene.target.pk, scene.finding.pk),
        "inspections:propose_use": (scene.use.target_id,),
        "inspections:record": (scene.target.pk,),
        "inspections:conclusion": (scene.use.target_id,),
        "inspections:target_step": (scene.target.pk, "draft"),
        "inspections:use_step": (scene.use.pk, "approve"),
        **appraised(scene),
        **voted(scene),
        **of_cadres(scene),
        "accountability:clearance": (scene.clearance.pk,),
        "accountability:sign_clearance": (scene.clearance.pk,),
        "accountability:clearance_file": (scene.clearance.pk,),
        "accountability:take_up": ("overdue", scene.late.pk, scene.county.water.pk),
        "accountability:dismiss_proposal": ("overdue", scene.late.pk, scene.county.water.pk),
        "accountability:withdraw_interest": (scene.interest.pk,),
        "accountability:page": (scene.clue.pk,),
        "accountability:page/decided": (scene.decided.pk,),
        "accountability:edit": (scene.clue.pk,),
        "accountability:involve": (scene.clue.pk,),
        "accountability:avoid": (scene.clue.pk,),
        "accountability:gather": (scene.clue.pk,),
        "accountability:new_interview": (scene.clue.pk,),
        "accountability:deliberate": (scene.clue.pk,),
        "accountability:step": (scene.clue.pk, "hold"),
        "accountability:subject": (scene.deputy.pk,),
        "accountability:subject_step": (scene.tolerance.subject_id, "leave_out"),
        "accountability:sanction_step": (scene.sanction.pk, "execute"),
        "accountability:weigh": (scene.tolerance.pk,),
        "accountability:record": (scene.decided.pk, "report"),
        "accountability:dossier": (scene.decided.pk,),
        "accountability:explanation": (scene.explanation.pk,),
        "accountability:interview": (scene.interview.pk,),
        "accountability:meeting": (scene.meeting.pk,),
        "accountability:talk": (scene.sanction.pk,),
        "accountability:plea": (scene.deputy.pk,),
        "accountability:paper": (scene.paper.pk,),
        "accountability:paper_file": (scene.paper.pk,),
        "accountability:paper_leaf": (scene.paper.pk, 1),
        "cadres:page": (scene.cadre.pk,),
        "cadres:mend": (scene.cadre.pk,),
        "cadres:appoint": (scene.cadre.pk,),
        "cadres:leave": (scene.cadre.pk,),
        "cadres:end": (scene.cadre.pk, scene.cadre.positions.get().pk),
        "matters:service/person": (scene.served.pk,),
        "matters:service_slip": (scene.served.pk,),
        "matters:service": (scene.service.pk,),
        "matters:service_file": (scene.service.pk,),
        "matters:service_look": (scene.service.pk,),
        "matters:service_leaf": (scene.service.pk, 1),
        "matters:service_step": (scene.service.pk, "receive"),
        "matters:contest_step": (scene.contest.pk, "decide"),
        "reports:page": (scene.drafted.pk,),
        "reports:page/issued": (scene.issued.pk,),
        "reports:page/special": (scene.special.pk,),
        "reports:pdf/special": (scene.special.pk,),
        "reports:cover": (scene.special.pk,),
        "reports:layout": (scene.layout.pk,),
        "reports:mailing": (scene.mailing.pk,),
        "reports:leaf": (scene.drafted.pk, 1),
        "reports:leaf/issued": (scene.issued.pk, 1),
        "reports:leaf/special": (scene.special.pk, 1),
        "reports:word": (scene.issued.pk,),
        "reports:word/special": (scene.special.pk,),
        "reports:copies": (scene.special.pk,),
        "reports:correct": (scene.issued.pk,),
        "reports:insert": (scene.drafted.pk, "table"),
        "reports:edit_insert": (scene.drafted.pk, scene.insert.pk),
        "reports:drop_insert": (scene.drafted.pk, scene.insert.pk),
        "reports:versions": (scene.drafted.pk,),
        "reports:comment": (scene.drafted.pk,),
        "reports:objection": (scene.objection.pk,),
        "reports:edit": (scene.drafted.pk,),
        "reports:pdf": (scene.drafted.pk,),
        "reports:pdf/issued": (scene.issued.pk,),
        "reports:step": (scene.drafted.pk, "submit"),
        "leading:monthly_draft": (scene.county.magistrate.pk, f"{timezone.localdate():%Y-%m}"),
        "leading:half_draft": (timezone.localdate().year, this_half(), "notice"),
        "api:ledger": ("directives",),
        "api:matter": (scene.running.pk,),
        "api:figures": ("directives",),
        "api:bulletin": (scene.issued.pk,),
        "api:bulletin_pdf": (scene.issued.pk,),
        "leading:card": (scene.noted.pk,),
        "leading:picture": (scene.ink.pk,),
        "leading:bulletin": (scene.issued.pk,),
        "leading:bulletin/special": (scene.special.pk,),
        "leading:leaf": (scene.issued.pk, 1),
        "leading:leaf/special": (scene.special.pk, 1),
    }
    asked = {
        "reports:new_told": "?room=complaints",
        "appraisal:list/board": "?show=board",
        "appraisal:list/calendar": "?show=calendar",
        "accountability:list/board": "?show=board",
        "accountability:list/calendar": "?show=calendar",
        "complaints:list/board": "?show=board",
        "complaints:list/calendar": "?show=calendar",
        "suggestions:list/board": "?show=board",
        "suggestions:list/calendar": "?show=calendar",
        "inspections:list/board": "?show=board",
        "inspections:list/calendar": "?show=calendar",
        "directives:list/board": "?show=board",
        "directives:list/calendar": "?show=calendar",
        "instructions:list/board": "?show=board",
        "instructions:list/calendar": "?show=calendar",
        "leading:instruct/matter": f"?matter={scene.running.pk}",
        "leading:instruct/special": f"?bulletin={scene.special.pk}",
        "leading:ink/special": f"?bulletin={scene.special.pk}&leaf=1",
    }
    return {
        name: reverse(name.partition("/")[0], args=numbered.get(name, ())) + asked.get(name, "")
        for name in rows()
    }


# Papers, and dear: no pages, and asked once per column.
SET_ON_REQUEST = {
    "ballots:count_sheet",
    "ballots:ballot",
    "merits:approval_form",
    "merits:use_paper",
    "manual:booklet",
    "manual:printed_procedure",
    "directives:ledger",
    "matters:ledger",
    "matters:ledger/instructions",
    "directives:notice",
    "suggestions:letter",
    "accountability:clearance_file",
    "accountability:record",
    "accountability:dossier",
    "accountability:explanation",
    "accountability:interview",
    "accountability:meeting",
    "accountability:talk",
    "accountability:plea",
    "accountability:paper_file",
    "accountability:paper_leaf",
    "matters:service_slip",
    "complaints:paper",
    "complaints:paper/form",
    "complaints:hearing",
    "complaints:coordination",
    "inspections:plan",
    "inspections:record",
    "inspections:conclusion",
    "urging:printed",
    "reports:cover",
    "reports:pdf",
}
READERS = ("officer", "clerk", "director", "water_liaison", "magistrate", "system", "security", "audit", None)


def pages(scene, enter, area: str = "") -> dict[str, str]:
    """Address → the page as words, each opened once, for the first reader to whom it is shown. Those of one area, or all."""
    browsers, table = {name: enter(scene.county.cast.get(name)) for name in READERS}, rows()
    answers = {
        address: browser.get(url)
        for address, url in places(scene).items()
        if area in ("", address.partition(":")[0]) and address not in SET_ON_REQUEST
        if (browser := browser_for(table[address], browsers))
    }
    return {
        address: answer.content.decode()
        for address, answer in answers.items()
        if answer.headers["Content-Type"].startswith("text/html")
    }


def browser_for(answers: dict, browsers: dict):
    return next((browser for name, browser in browsers.items() if answers[name] == 200), None)
