//! The house itself: doors, phrases, statements, headers.

use trial::story;

story!(routes_are_listed, |trial| async {
    for route in shell::every_route(&trial.app).list() {
        println!("{:?} {} {:?}", route.method, route.address, route.right);
    }
    assert_eq!(trial.office.get("/weimar/intern").await.status, 200);
});
