import pprint
from tests.makers.cast import make_cast, add_stranger
from tests.makers import imr as m, reviews as r
from tests.matrix import observed
from frameworks import clock
from datetime import datetime, UTC
from reviews import workflow as rw
AT=datetime(2027,3,2,9,5,tzinfo=UTC)
def show(name, obj, people, facts):
    print("@@",name); pprint.pprint(observed(obj,people,facts),width=150,sort_dicts=False)
def test_m(db):
    with clock.travelling(AT):
        cast=make_cast(); add_stranger(cast)
        rev=r.gathering(cast)
        roles="manager chair panel_member overview_author lead author countersigner auditor colleague stranger".split()
        P={k:cast.people[k] for k in roles}
        facts={"name_author":{"person":cast.author,"post":"x"},"name_countersigner":{"person":cast.countersigner,"post":"x"},"say_nothing_held":{"reason":"x"},"excuse":{"reason":"x"}}
        from django.db import transaction
        for name in ("commissioned","named","drafting","awaiting","countersigned","submitted","accepted","returned","excused"):
            sid=transaction.savepoint()
            start = m.commissioned(cast,rev)
            obj = start if name=="commissioned" else getattr(m,name)(cast,start)
            show("imr "+name,m.again(obj),P,facts)
            transaction.savepoint_rollback(sid)
def test_r(db):
    with clock.travelling(AT):
        cast=make_cast(); add_stranger(cast)
        roles="manager chair panel_member overview_author lead author auditor colleague stranger".split()
        P={k:cast.people[k] for k in roles}
        facts={"convert":{"framework":"llr-medway"},"discontinue":{"reason":"x"}}
        rev=r.a_review(cast); show("review scoping",rev,P,facts)
        t=r.draft_terms(cast,rev); 
        show("terms draft empty",t,P,{}); r.write_terms(cast,t)
        show("terms draft",t,P,{}); req=r.requests(cast,rev)[0]; show("req asked",req,P,{"answer":{"is_held":True},"amend":{"is_held":True}})
        a=rw.answer(req,is_held=False,by=cast.lead); show("req nothing",a,P,{"answer":{"is_held":True},"amend":{"is_held":True}})
        from reviews.models import TermsOfReference, RecordsRequest
        t=rw.agree_terms(t,by=cast.manager); show("terms agreed",t,P,{})
        rev=r.appointed(cast,r.again(rev)); show("review gathering",rev,P,facts)
        rw.pause(rev,reason="x",by=cast.chair); show("review paused",r.again(rev),P,facts); rw.resume(r.again(rev),by=cast.chair)
        rw.begin_analysis(r.again(rev),reason="x",by=cast.manager); show("review analysis",r.again(rev),P,facts)
        rw.send_for_sign_off(r.again(rev),by=cast.overview_author,following=rev); show("review sign_off",r.again(rev),P,facts)
        rw.overview_signed_off(r.again(rev),by=cast.chair,following=rev); show("review completed",r.again(rev),P,facts)
        rw.implement(r.again(rev),by=cast.manager,following=rev); show("review implementing",r.again(rev),P,facts)
        r.tell_everybody(cast,r.again(rev)); show("review implementing told",r.again(rev),P,facts)
        l=r.other_learning(cast, rev.case); show("learning",l,P,{"finish":{"outcome":"x","on":clock.today()}}); l=rw.finish(l,outcome="x",by=cast.manager);show("learning fin",l,P,{"finish":{"outcome":"x","on":clock.today()}})
        from casework import deadlines; deadlines.drop_all(rev.case)
        rw.close(r.again(rev),by=cast.manager); show("review closed",r.again(rev),P,facts)
        rev2=r.a_review(cast); rw.discontinue(rev2,reason="x",by=cast.chair); show("review discontinued",r.again(rev2),P,facts)
